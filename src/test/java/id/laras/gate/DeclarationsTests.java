package id.laras.gate;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.Deeds;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What steps and delegates say of themselves, held to the delegates and the models that there are. */
class DeclarationsTests {

    @Test
    void everyDelegateAndListenerSaysWhatItDoes() {
        assertThat(Beans.declarations())
                .hasSizeGreaterThan(10)
                .allSatisfy((bean, does) -> assertThat(does).as(bean).isNotNull());
        assertThat(Beans.DECLARED.delegates().values()).allSatisfy(DeclarationsTests::saysSomething);
    }

    @Test
    void everyStepSaysWhatItDoes() {
        assertThat(Step.values()).extracting(Step::deeds).allSatisfy(DeclarationsTests::saysSomething);
    }

    private static void saysSomething(Deeds deeds) {
        assertThat(Stream.of(deeds.begun(), deeds.done(), deeds.yes(), deeds.no())
                        .flatMap(List::stream))
                .isNotEmpty();
    }

    @Test
    void everyFlagThatTellsOutcomesApartIsAskedByAModel() {
        var asked = Redesign.of(ProcessModel.EVALUATION).book().stream()
                .flatMap(model -> model.getModelElementsByType(ConditionExpression.class).stream())
                .map(condition -> Flow.Condition.of(condition.getTextContent()).flag())
                .toList();
        var declared = Stream.concat(
                        Arrays.stream(Step.values()).map(Step::deeds), Beans.DECLARED.delegates().values().stream())
                .map(Deeds::flag)
                .filter(flag -> flag != null)
                .toList();
        assertThat(declared).isNotEmpty();
        assertThat(asked).containsAll(declared);
    }

    @Test
    void theFormOfAStepIsNamedAfterIt() {
        var forms = Redesign.of(ProcessModel.EVALUATION).book().stream()
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(task -> task.getId() + " " + task.getCamundaFormKey())
                .toList();
        assertThat(Step.values())
                .extracting(step -> step.task() + " embedded:deployment:" + step.form())
                .containsExactlyInAnyOrderElementsOf(forms);
    }

    @Test
    void whatNobodyCallsTheApplicationStarts() {
        var book = Redesign.of(ProcessModel.EVALUATION).book();
        var called = book.stream()
                .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .toList();
        assertThat(book.stream()
                        .flatMap(model -> model.getModelElementsByType(Process.class).stream())
                        .map(Process::getId)
                        .filter(model -> !called.contains(model)))
                .containsExactlyInAnyOrderElementsOf(
                        Law.STARTED.stream().map(ProcessModel::key).toList());
    }
}
