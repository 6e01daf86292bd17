package id.laras.gate;

import static id.laras.gate.Redesign.assessment;
import static id.laras.gate.Redesign.evaluation;
import static id.laras.gate.Redesign.objection;
import static id.laras.gate.Rule.CHANGE_REOPENS;
import static id.laras.gate.Rule.CONFIRMED_BY_PERSON;
import static id.laras.gate.Rule.DECIDER_NEVER_RATED;
import static id.laras.gate.Rule.FINAL_STAYS;
import static id.laras.gate.Rule.FOLLOW_UP_BY_PERSON;
import static id.laras.gate.Rule.NOTHING_MISSING;
import static id.laras.gate.Rule.OBJECTION_DAYS;
import static id.laras.gate.Rule.OBJECTION_DECIDED;
import static id.laras.gate.Rule.RATED_BY_PERSON;
import static id.laras.gate.Rule.SHOWN_BEFORE_FINAL;
import static id.laras.gate.Rule.TARGETS_FIRST;
import static id.laras.gate.Rule.UNDECLARED;
import static id.laras.gate.Rule.WHOSE_TASK;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small edits of the shipped book that break the law, and the rules that they break. */
class UnlawfulTests {

    private static final String REVIEW = Step.REVIEW_RESULT.task();
    private static final String DECIDE = Step.DECIDE_OBJECTION.task();
    private static final String CONFIRM = Step.CONFIRM_RESULT.task();
    private static final String RATE = Step.RATE_EMPLOYEE.task();

    private static Redesign followUp() {
        return Redesign.of(ProcessModel.FOLLOW_UP);
    }

    private static Arguments edit(String what, Redesign edited, Rule... broken) {
        return Arguments.of(what, edited, Set.copyOf(Arrays.asList(broken)), true);
    }

    /** Of what breaks more rules behind these. */
    private static Arguments among(String what, Redesign edited, Rule... broken) {
        return Arguments.of(what, edited, Set.copyOf(Arrays.asList(broken)), false);
    }

    static Stream<Arguments> ofTheLifecycle() {
        return Stream.of(
                edit("no objection", evaluation().remove("CallActivity_Objection"), SHOWN_BEFORE_FINAL, OBJECTION_DAYS),
                edit("no targets", evaluation().remove("CallActivity_TargetSetting"), TARGETS_FIRST),
                edit(
                        "targets after the assessment",
                        evaluation().move("CallActivity_TargetSetting", "Flow_AssessmentDone"),
                        TARGETS_FIRST),
                edit("no second objection", evaluation().remove("CallActivity_SecondObjection"), CHANGE_REOPENS),
                edit(
                        "calibrated after the second objection",
                        evaluation().service("Flow_ReadyToConfirm", "applyCalibrationDelegate"),
                        CHANGE_REOPENS),
                edit("no follow-up", evaluation().remove("CallActivity_FollowUp"), FOLLOW_UP_BY_PERSON),
                edit("nobody confirms", evaluation().remove(CONFIRM), CONFIRMED_BY_PERSON),
                edit(
                        "silence confirms",
                        evaluation().timer(CONFIRM, "P7D", "CallActivity_FollowUp"),
                        CONFIRMED_BY_PERSON),
                edit(
                        "final before it is shown",
                        evaluation().move(CONFIRM, "Flow_AssessmentDone"),
                        SHOWN_BEFORE_FINAL,
                        OBJECTION_DAYS,
                        FINAL_STAYS),
                edit(
                        "calibrated after it is final",
                        evaluation().service("Flow_ResultConfirmed", "applyCalibrationDelegate"),
                        FINAL_STAYS),
                edit(
                        "scored anew after it is final",
                        evaluation().service("Flow_ResultConfirmed", "calculateScoreDelegate"),
                        FINAL_STAYS),
                edit(
                        "follow-up before it is final",
                        evaluation().move("CallActivity_FollowUp", "Flow_AssessmentDone"),
                        CONFIRMED_BY_PERSON),
                edit(
                        "calibration before there is a score",
                        evaluation().move("ServiceTask_JoinCalibration", "Flow_TargetsSet"),
                        NOTHING_MISSING),
                edit(
                        "three days for all of the objection",
                        evaluation().timer("CallActivity_Objection", "P3D", "ServiceTask_JoinCalibration"),
                        SHOWN_BEFORE_FINAL,
                        OBJECTION_DAYS,
                        OBJECTION_DECIDED,
                        NOTHING_MISSING),
                edit(
                        "the assessor is handed in as the superior",
                        handedIn("superior", "assessor"),
                        DECIDER_NEVER_RATED),
                edit("another period is handed in", handedIn("objectionPeriod", "targetsDue"), OBJECTION_DAYS),
                among("confirmed beside the objection", confirmedBeside(), OBJECTION_DAYS, FINAL_STAYS),
                edit(
                        "a listener calibrates, with two outcomes",
                        evaluation().<UserTask>edit(CONFIRM, task -> listen(task, "end", "applyCalibrationDelegate")),
                        UNDECLARED),
                edit("foreign Java", evaluation().service("Flow_ResultConfirmed", "someDelegate"), UNDECLARED));
    }

    static Stream<Arguments> ofTheObjection() {
        return Stream.of(
                edit("silence upholds", objection().timer(DECIDE, "P14D", "EndEvent_ResultUpheld"), OBJECTION_DECIDED),
                edit("nobody decides", objection().remove(DECIDE), OBJECTION_DECIDED),
                edit("three days of silence", silence("P3D"), OBJECTION_DAYS),
                edit("three hundred hours of silence", silence("PT300H"), OBJECTION_DAYS),
                edit(
                        "the task is due after three days",
                        objection().<UserTask>edit(REVIEW, task -> task.setCamundaDueDate("P3D")),
                        OBJECTION_DAYS),
                edit(
                        "accepted as soon as it is shown",
                        objection().service("Flow_ResultShown", "acceptBySilenceDelegate"),
                        OBJECTION_DAYS),
                edit(
                        "accepted by silence after an objection",
                        objection().lead("Flow_ObjectionRaisedYes", "ServiceTask_AcceptBySilence"),
                        OBJECTION_DECIDED),
                edit(
                        "the answers are mixed up",
                        objection()
                                .<SequenceFlow>edit(
                                        "Flow_ObjectionRaisedYes",
                                        flow -> flow.getConditionExpression().setTextContent("${!objectionRaised}")),
                        NOTHING_MISSING,
                        OBJECTION_DECIDED),
                among("an escalation ends the objection", LawfulTests.escalated(true), OBJECTION_DAYS),
                among("an objection is withdrawn by an error", withdrawn(), OBJECTION_DECIDED),
                edit("silence until a day that is not known", untilADay(), OBJECTION_DAYS),
                among("days of a sub-process that began earlier", LawfulTests.around(true), OBJECTION_DAYS),
                edit(
                        "a parameter of the task hides who decides",
                        objection().<UserTask>edit(DECIDE, UnlawfulTests::hideSuperior),
                        DECIDER_NEVER_RATED),
                among(
                        "the form is that of another step",
                        objection()
                                .<UserTask>edit(
                                        DECIDE,
                                        task -> task.setCamundaFormKey("embedded:deployment:review-result.html")),
                        UNDECLARED),
                edit("the assessor decides", decidedBy("${assessor}"), DECIDER_NEVER_RATED),
                edit("one person decides always", decidedBy("budi"), DECIDER_NEVER_RATED),
                edit("the employee decides", decidedBy("${employee}"), DECIDER_NEVER_RATED, WHOSE_TASK),
                edit(
                        "the superior rates and decides",
                        objection()
                                .and(ProcessModel.EVALUATION)
                                .<CallActivity>edit("CallActivity_Assessment", call -> in(call, "superior", "superior"))
                                .and(ProcessModel.ASSESSMENT)
                                .<UserTask>edit(RATE, task -> task.setCamundaAssignee("${superior}")),
                        DECIDER_NEVER_RATED),
                edit(
                        "the assessor sees the result in the employee's stead",
                        objection().<UserTask>edit(REVIEW, task -> task.setCamundaAssignee("${superior}")),
                        WHOSE_TASK),
                edit(
                        "a changed rating is not scored",
                        objection().remove("ServiceTask_RecalculateScore"),
                        NOTHING_MISSING),
                among("a timer beside accepts too early", besideAfter("P3D"), OBJECTION_DAYS),
                among("everything ends three days after it began", endedByTimer(), OBJECTION_DAYS),
                among("the other branch ends the objection", endedByBranch(), OBJECTION_DAYS, SHOWN_BEFORE_FINAL));
    }

    static Stream<Arguments> ofOtherModels() {
        return Stream.of(
                edit(
                        "scored before it is rated",
                        assessment().move("ServiceTask_CalculateScore", "Flow_RatingReady"),
                        RATED_BY_PERSON,
                        NOTHING_MISSING),
                edit("rated by nobody or by many", LawfulTests.ratedByMany("${n}"), RATED_BY_PERSON),
                edit(
                        "rated by silence",
                        assessment().timer(RATE, "P7D", "ServiceTask_CalculateScore"),
                        RATED_BY_PERSON),
                edit(
                        "a listener scores before it is rated",
                        assessment().<UserTask>edit(RATE, task -> listen(task, "start", "calculateScoreDelegate")),
                        RATED_BY_PERSON),
                edit(
                        "the employee rates",
                        assessment().<UserTask>edit(RATE, task -> task.setCamundaAssignee("${employee}")),
                        WHOSE_TASK),
                edit(
                        "opinions are offered to a group",
                        assessment()
                                .<UserTask>edit(
                                        Step.GIVE_FEEDBACK.task(), task -> task.setCamundaCandidateGroups("sdm")),
                        WHOSE_TASK),
                edit(
                        "targets count without agreement",
                        Redesign.of(ProcessModel.TARGET_SETTING)
                                .lead("Flow_TargetsApprovedNo", "EndEvent_TargetsApproved"),
                        TARGETS_FIRST),
                edit(
                        "silence plans nothing",
                        followUp().timer(Step.PLAN_DEVELOPMENT.task(), "P14D", "EndEvent_FollowedUp"),
                        FOLLOW_UP_BY_PERSON),
                edit(
                        "measures are carried out unplanned",
                        followUp().remove(Step.PLAN_DEVELOPMENT.task()),
                        FOLLOW_UP_BY_PERSON),
                edit(
                        "a reward is decided before anybody nominates",
                        Redesign.of(ProcessModel.REWARD).move(Step.DECIDE_REWARD.task(), "Flow_RewardStarted"),
                        NOTHING_MISSING,
                        FOLLOW_UP_BY_PERSON),
                edit(
                        "nobody decides on a reward",
                        Redesign.of(ProcessModel.REWARD).remove(Step.DECIDE_REWARD.task()),
                        FOLLOW_UP_BY_PERSON),
                edit("HR turns an objection away", turnedAway(), OBJECTION_DECIDED),
                edit(
                        "announced before it is decided",
                        Redesign.of(ProcessModel.CALIBRATION)
                                .move("ServiceTask_AnnounceCalibration", "Flow_CalibrationStarts"),
                        NOTHING_MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofTheLifecycle", "ofTheObjection", "ofOtherModels"})
    void whatBreaksTheLawIsRefused(String what, Redesign edited, Set<Rule> broken, boolean all) {
        var told = edited.broken().stream()
                .filter(rule -> rule.ordinal() > Rule.TOO_LARGE.ordinal())
                .toList();
        assertThat(told).containsAll(broken);
        assertThat(edited.between().broken())
                .as("with steps of HR's own in between")
                .containsAll(broken);
        assertThat(!all || broken.containsAll(told)).as(told::toString).isTrue();
    }

    private static Redesign silence(String duration) {
        return objection().<BoundaryEvent>edit("BoundaryTimer_SilenceAccepts", event -> {
            var timer = event.getEventDefinitions().iterator().next();
            timer.getChildElementsByType(TimeDuration.class).forEach(time -> time.setTextContent(duration));
        });
    }

    /** Where an objection was raised an error ends the call, and the evaluation goes on. */
    private static Redesign withdrawn() {
        var edited = objection();
        var failed = edited.add(EndEvent.class, "EndEvent_NewError");
        edited.add(ErrorEventDefinition.class, null, failed);
        edited.lead("Flow_ObjectionRaisedYes", "EndEvent_NewError");
        var outer = edited.and(ProcessModel.EVALUATION);
        var caught = outer.add(BoundaryEvent.class, "BoundaryError_New");
        caught.setAttachedTo(outer.get("CallActivity_Objection"));
        outer.add(ErrorEventDefinition.class, null, caught);
        return outer.flow("Flow_NewCaught", "BoundaryError_New", "ServiceTask_JoinCalibration");
    }

    /** A step of HR's own asks whether the objection may be heard at all. */
    private static Redesign turnedAway() {
        var edited = objection();
        edited.insert("Flow_ObjectionRaisedYes", edited.add(UserTask.class, "UserTask_New"));
        edited.insert("Flow_ObjectionRaisedYes_behind_UserTask_New", edited.add(ExclusiveGateway.class, "Gateway_New"));
        edited.condition("Flow_ObjectionRaisedYes_behind_UserTask_New_behind_Gateway_New", "${admissible}");
        return edited.flow("Flow_New", "Gateway_New", "EndEvent_ResultUpheld", "${!admissible}");
    }

    private static Redesign untilADay() {
        return objection().<BoundaryEvent>edit("BoundaryTimer_SilenceAccepts", event -> {
            var timer = event.getEventDefinitions().iterator().next();
            List.copyOf(timer.getChildElementsByType(TimeDuration.class)).forEach(timer::removeChildElement);
            var date = event.getModelInstance().newInstance(TimeDate.class);
            date.setTextContent("${feedbackCloses}");
            timer.addChildElement(date);
        });
    }

    private static void hideSuperior(UserTask task) {
        var model = task.getModelInstance();
        var extensions = model.newInstance(ExtensionElements.class);
        task.addChildElement(extensions);
        var parameter = model.newInstance(CamundaInputParameter.class);
        parameter.setCamundaName("superior");
        parameter.setTextContent("${assessor}");
        extensions.addExtensionElement(CamundaInputOutput.class).addChildElement(parameter);
    }

    private static Redesign decidedBy(String whom) {
        return objection().<UserTask>edit(DECIDE, task -> task.setCamundaAssignee(whom));
    }

    private static Redesign handedIn(String target, String source) {
        return evaluation()
                .<CallActivity>edit(
                        "CallActivity_Objection",
                        call ->
                                call
                                        .getExtensionElements()
                                        .getElementsQuery()
                                        .filterByType(CamundaIn.class)
                                        .list()
                                        .stream()
                                        .filter(in -> target.equals(in.getCamundaTarget()))
                                        .forEach(in -> in.setCamundaSource(source)));
    }

    private static void in(CallActivity call, String target, String source) {
        var in = call.getExtensionElements().addExtensionElement(CamundaIn.class);
        in.setCamundaSource(source);
        in.setCamundaTarget(target);
    }

    private static void listen(UserTask task, String event, String bean) {
        var extensions = task.getModelInstance().newInstance(ExtensionElements.class);
        task.addChildElement(extensions);
        var listener = extensions.addExtensionElement(CamundaExecutionListener.class);
        listener.setCamundaEvent(event);
        listener.setCamundaDelegateExpression("${" + bean + "}");
    }

    /** The way to the objection forks, and one branch leads to the confirmation. */
    private static Redesign confirmedBeside() {
        var edited = evaluation();
        var fork = edited.add(ParallelGateway.class, "Gateway_NewFork");
        edited.insert("Flow_AssessmentDone", fork).remove(CONFIRM);
        var confirm = edited.add(UserTask.class, CONFIRM);
        confirm.setCamundaAssignee("${assessor}");
        return edited.flow("Flow_NewConfirm", "Gateway_NewFork", CONFIRM)
                .end("EndEvent_New")
                .flow("Flow_NewConfirmed", CONFIRM, "EndEvent_New");
    }

    private static Redesign besideAfter(String duration) {
        var edited = objection();
        var task = edited.add(ServiceTask.class, "ServiceTask_New");
        task.setCamundaDelegateExpression("${acceptBySilenceDelegate}");
        return edited.timer(REVIEW, duration, "ServiceTask_New")
                .<BoundaryEvent>edit("BoundaryTimer_New" + REVIEW, event -> event.setCancelActivity(false))
                .end("EndEvent_New")
                .flow("Flow_NewEnd", "ServiceTask_New", "EndEvent_New");
    }

    private static Redesign endedByTimer() {
        var edited = objection();
        var event = edited.add(SubProcess.class, "SubProcess_New");
        event.setTriggeredByEvent(true);
        var start = edited.add(StartEvent.class, "StartEvent_New", event);
        edited.duration(start, "P3D");
        var task = edited.add(ServiceTask.class, "ServiceTask_New", event);
        task.setCamundaDelegateExpression("${acceptBySilenceDelegate}");
        edited.add(EndEvent.class, "EndEvent_New", event);
        return edited.flow("Flow_New1", "StartEvent_New", "ServiceTask_New")
                .flow("Flow_New2", "ServiceTask_New", "EndEvent_New");
    }

    /** A branch beside the review ends everything as soon as a task of HR's own is done. */
    private static Redesign endedByBranch() {
        var edited = objection();
        var fork = edited.add(ParallelGateway.class, "Gateway_NewFork");
        edited.insert("Flow_ResultShown", fork);
        edited.add(UserTask.class, "UserTask_New");
        var end = edited.add(EndEvent.class, "EndEvent_New");
        edited.add(TerminateEventDefinition.class, null, end);
        return edited.flow("Flow_New1", "Gateway_NewFork", "UserTask_New")
                .flow("Flow_New2", "UserTask_New", "EndEvent_New");
    }
}
