package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.processes.Models.Model;
import id.laras.processes.Models.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every model keeps; {@code docs/lifecycle.md} states them. */
class ModelTests {

    static final String KEPT_FOR_FIVE_YEARS = "P1825D";

    static List<Model> models() {
        return Models.all();
    }

    static List<Table> tables() {
        return Models.tables();
    }

    /** One model per phase; one each for hand-overs, substitutions and erasing; one table per rule that HR may change. */
    @Test
    void thereIsAModelPerPhaseAndSideProcessAndATablePerRule() {
        assertThat(models()).hasSize(13);
        assertThat(tables()).hasSize(4);
    }

    /** Its class holds that every flow is walked. */
    @ParameterizedTest
    @MethodSource("models")
    void everyModelHasAProcessTest(Model model) {
        assertThat(Path.of("src/test/java/id/laras/processes", model.process().getId() + "ProcessTests.java"))
                .content()
                .contains("everyFlowOf(\"" + model.process().getId() + "\")");
    }

    @Test
    void allModelsAreDeployedAsOneRuleBook() {
        var repository = InMemoryEngine.shared().buildProcessEngine().getRepositoryService();
        assertThat(repository.createProcessDefinitionQuery().latestVersion().count())
                .isEqualTo(models().size());
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().count())
                .isEqualTo(tables().size());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileHoldsOneExecutableProcessAndIsNamedAfterIt(Model model) {
        assertThat(model.all(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.isExecutable()).isTrue();
            assertThat(Models.kebab(process.getId()) + ".bpmn").isEqualTo(model.file());
            assertThat(process.getName()).isNotBlank();
            assertThat(process.getDocumentations()).isNotEmpty();
            assertThat(process.getCamundaVersionTag()).isEqualTo("1");
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo(KEPT_FOR_FIVE_YEARS);
            assertThat(process.isCamundaStartableInTasklist())
                    .as("an evaluation is opened by HR, never from Tasklist")
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyIdSaysWhatTheElementIs(Model model) {
        assertThat(model.all(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(prefix(element) + "_[A-Z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingThatSaysSomethingHasALabel(Model model) {
        assertThat(Stream.<FlowElement>concat(model.all(Activity.class), model.all(Event.class)))
                .allSatisfy(element ->
                        assertThat(element.getName()).as(element.getId()).isNotBlank());
        assertThat(model.all(Gateway.class)).filteredOn(ModelTests::asks).allSatisfy(gateway -> {
            assertThat(gateway.getName()).as("a gateway asks a question").endsWith("?");
            assertThat(gateway.getOutgoing())
                    .filteredOn(flow -> !(flow.getTarget() instanceof IntermediateCatchEvent) || isChoice(gateway))
                    .allSatisfy(
                            flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskAndCallSaysWhatItIsForAndWhatBecomesOfTheAnswer(Model model) {
        assertThat(model.all(Activity.class))
                .filteredOn(activity -> !(activity instanceof SubProcess))
                .allSatisfy(activity -> assertThat(activity.getDocumentations())
                        .as(activity.getId())
                        .singleElement()
                        .satisfies(text -> assertThat(text.getTextContent())
                                .hasSizeGreaterThan(40)
                                .endsWith(".")
                                .doesNotContain("${", "#{")));
    }

    /** In documentation, which everybody who draws reads: Camunda Modeler drops comments when it saves. */
    @ParameterizedTest
    @MethodSource("models")
    void whereAReaderAsksWhyTheModelSaysIt(Model model) {
        assertThat(model.all(BaseElement.class).filter(ModelTests::makesAReaderAsk))
                .allSatisfy(element -> assertThat(element.getDocumentations())
                        .as("why %s", element.getId())
                        .singleElement()
                        .satisfies(why -> assertThat(why.getTextContent())
                                .hasSizeGreaterThan(40)
                                .endsWith(".")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aJobOfItsOwnSaysWhatHoldsWhenItFails(Model model) {
        assertThat(model.all(Activity.class).filter(FlowNode::isCamundaAsyncBefore))
                .allSatisfy(job -> assertThat(job.getDocumentations())
                        .as(job.getId())
                        .singleElement()
                        .satisfies(text -> assertThat(text.getTextContent()).containsIgnoringCase("bila gagal, ")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theAnswersOfAQuestionAreYaAndTidak(Model model) {
        assertThat(model.all(ExclusiveGateway.class).filter(ModelTests::asks))
                .allSatisfy(gateway -> assertThat(gateway.getOutgoing())
                        .as(gateway.getId())
                        .allSatisfy(flow -> assertThat(flow.getName())
                                .isEqualTo(flow.getConditionExpression() == null ? "Tidak" : "Ya")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyHumanStepHasSomebodyADayAndItsForm(Model model) {
        assertThat(model.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaAssignee() != null || task.getCamundaCandidateGroups() != null)
                    .as("%s is somebody's", task.getId())
                    .isTrue();
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaFormKey())
                    .isEqualTo("embedded:deployment:" + Models.kebab(Models.afterPrefix(task.getId())) + ".html");
        });
    }

    /** The number of days of what ends by itself is HR's to set; the engine counts whole days only ({@code WholeDays}). */
    @ParameterizedTest
    @MethodSource("models")
    void aTimerWaitsForADaySetElsewhereAndDueDatesAreWholeDays(Model model) {
        assertThat(model.all(TimerEventDefinition.class)).allSatisfy(timer -> {
            assertThat(timer.getTimeCycle()).isNull();
            assertThat(when(timer)).as(timer.getId()).matches("\\$\\{\\w+}");
        });
        assertThat(model.all(UserTask.class))
                .allSatisfy(task ->
                        assertThat(task.getCamundaDueDate()).as(task.getId()).matches("\\$\\{\\w+}|P\\d+D"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStepThatATimerEndsShowsThatTimersDay(Model model) {
        assertThat(model.all(BoundaryEvent.class))
                .filteredOn(event -> event.cancelActivity()
                        && event.getAttachedTo() instanceof UserTask
                        && trigger(event).equals("Timer"))
                .allSatisfy(event -> assertThat(event.getChildElementsByType(TimerEventDefinition.class))
                        .as(event.getId())
                        .extracting(ModelTests::when)
                        .containsExactly(((UserTask) event.getAttachedTo()).getCamundaDueDate()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aServiceTaskIsADelegateOfOurs(Model model) {
        assertThat(model.all(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches("\\$\\{[a-z]\\w+Delegate}");
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelCarriesScripts(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(CamundaScript.class)).isEmpty();
        assertThat(model.text()).doesNotContain("scriptFormat", "language=", "connectorId");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCallBindsToItsOwnDeploymentAndHandsOnNoMoreThanNeeded(Model model) {
        assertThat(model.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            var called = Models.find(call.getCalledElement()).orElseThrow();
            var handedOn = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list();
            assertThat(handedOn)
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .contains("#{execution.processBusinessKey}");
            assertThat(handedOn).extracting(CamundaIn::getCamundaVariables).containsOnlyNulls();
            assertThat(handedOn)
                    .filteredOn(in -> in.getCamundaSource() != null
                            && !in.getCamundaSource().equals("employeeName"))
                    .allSatisfy(in -> assertThat(reads(called, in.getCamundaTarget()))
                            .as("%s is read by %s", in.getCamundaSource(), called)
                            .isTrue());
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaOut.class)
                            .list())
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aQuestionIsAnsweredByOneBooleanAndHasADefault(Model model) {
        assertThat(model.all(Gateway.class)).filteredOn(ModelTests::isChoice).allSatisfy(gateway -> {
            var without = gateway.getOutgoing().stream()
                    .filter(flow -> flow.getConditionExpression() == null)
                    .map(SequenceFlow::getId)
                    .toList();
            assertThat(without)
                    .as("the default of %s", gateway.getId())
                    .containsExactly(gateway.getAttributeValue("default"));
        });
        assertThat(model.all(SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow -> assertThat(flow.getConditionExpression().getTextContent())
                        .matches("\\$\\{!?[a-z]\\w*}"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsVersionedKeptForFiveYearsAndExplainsEveryRow(Table table) {
        assertThat(table.model().getModelElementsByType(Decision.class))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.getVersionTag()).isEqualTo("1");
                    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo(KEPT_FOR_FIVE_YEARS);
                    assertThat(decision.getName()).isNotBlank();
                    assertThat(decision.getDescription().getTextContent()).isNotBlank();
                });
        assertThat(table.model().getModelElementsByType(Rule.class))
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
    }

    private static String when(TimerEventDefinition timer) {
        var set = timer.getTimeDate() == null ? timer.getTimeDuration() : timer.getTimeDate();
        return set.getTextContent();
    }

    /** Whether the model uses the variable itself or hands it on to a model that it calls. */
    private static boolean reads(Model model, String variable) {
        return model.text().contains("${" + variable + "}") || model.text().contains("source=\"" + variable + "\"");
    }

    /** Why it waits, ends something or ends nothing, is many, or leads this way. */
    private static boolean makesAReaderAsk(BaseElement element) {
        return element instanceof BoundaryEvent
                || element instanceof IntermediateCatchEvent
                || element instanceof StartEvent start && !start.isInterrupting()
                || element instanceof SubProcess
                || element instanceof MultiInstanceLoopCharacteristics
                || element instanceof Gateway gateway && asks(gateway);
    }

    private static boolean asks(Gateway gateway) {
        return gateway.getOutgoing().size() > 1
                && !gateway.getElementType().getTypeName().equals("parallelGateway");
    }

    private static boolean isChoice(Gateway gateway) {
        return asks(gateway) && !gateway.getElementType().getTypeName().equals("eventBasedGateway");
    }

    private static String prefix(FlowElement element) {
        if (element instanceof BoundaryEvent) {
            return "Boundary" + trigger(element);
        }
        if (element instanceof IntermediateCatchEvent) {
            return trigger(element) + "Catch";
        }
        var byType = Map.of(
                UserTask.class, "UserTask",
                ServiceTask.class, "ServiceTask",
                CallActivity.class, "CallActivity",
                SubProcess.class, "SubProcess",
                StartEvent.class, "StartEvent",
                EndEvent.class, "EndEvent",
                Gateway.class, "Gateway",
                SequenceFlow.class, "Flow");
        return byType.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("an element type that no model uses yet");
    }

    private static String trigger(FlowElement event) {
        return event.getChildElementsByType(MessageEventDefinition.class).isEmpty() ? "Timer" : "Message";
    }
}
