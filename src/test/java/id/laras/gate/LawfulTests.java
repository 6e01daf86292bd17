package id.laras.gate;

import static id.laras.gate.Redesign.assessment;
import static id.laras.gate.Redesign.evaluation;
import static id.laras.gate.Redesign.objection;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped book and redesigns of it that the law has nothing against. */
class LawfulTests {

    private static final String REVIEW = Step.REVIEW_RESULT.task();
    private static final String DECIDE = Step.DECIDE_OBJECTION.task();
    private static final String RATE = Step.RATE_EMPLOYEE.task();

    @Test
    void theShippedBookIsLawfulAndFarBelowTheBound() {
        var proof = evaluation().proof();
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.states()).isBetween(1_000, Prover.BOUND / 50);
    }

    static Stream<Arguments> redesigns() throws IOException {
        return Stream.of(
                Arguments.of("a second opinion before the score", own(assessment(), "Flow_EmployeeRated")),
                Arguments.of("a second opinion before the result", own(evaluation(), "Flow_AssessmentDone")),
                Arguments.of("a step between the answer and its gateway", own(objection(), "Flow_ResultReviewed")),
                Arguments.of("a step between the decision and its gateway", own(objection(), "Flow_ObjectionDecided")),
                Arguments.of("a step behind the confirmation", own(evaluation(), "Flow_ResultConfirmed")),
                Arguments.of("a step before the end", own(evaluation(), "Flow_FollowUpDone")),
                Arguments.of("a second opinion that may send back", sentBack()),
                Arguments.of("no calibration", uncalibrated()),
                Arguments.of("calibration before the objection", calibratedFirst()),
                Arguments.of("twenty-one days, written out", days("P21D")),
                Arguments.of("fourteen days, in hours", days("PT336H")),
                Arguments.of("no due date", objection().<UserTask>edit(REVIEW, task -> task.setCamundaDueDate(null))),
                Arguments.of(
                        "no timer: whoever is silent is waited for",
                        objection().remove("BoundaryTimer_SilenceAccepts")),
                Arguments.of("a reminder after three days", reminded()),
                Arguments.of("HR decides the objection", objection().<UserTask>edit(DECIDE, task -> {
                    task.setCamundaAssignee(null);
                    task.setCamundaCandidateGroups("sdm");
                })),
                Arguments.of("the superior rates and HR decides", ratedBySuperior()),
                Arguments.of("conditions that spell out true", spelledOut()),
                Arguments.of("answers by their negations", negated()),
                Arguments.of("the objection within the evaluation", within()),
                Arguments.of(
                        "confirmed by the superior",
                        evaluation()
                                .<UserTask>edit(
                                        Step.CONFIRM_RESULT.task(), task -> task.setCamundaAssignee("${superior}"))),
                Arguments.of("no check-ins", evaluation().remove("CallActivity_Monitoring")),
                Arguments.of(
                        "no opinions of colleagues", assessment().lead("Flow_FeedbackAsked", "Gateway_FeedbackEnded")),
                Arguments.of("a step beside the rating", beside(assessment(), "Flow_RatingReady", RATE)),
                Arguments.of(
                        "a step beside the confirmation",
                        beside(evaluation(), "Flow_ReadyToConfirm", Step.CONFIRM_RESULT.task())),
                Arguments.of("follow-up a week later", weekLater()),
                Arguments.of("a late decision passes to HR", passedOn()),
                Arguments.of(
                        "a second objection for everybody",
                        evaluation().lead("Flow_AcceptedPredicateChangedNo", "CallActivity_SecondObjection")),
                Arguments.of(
                        "the second objection is the first once more",
                        evaluation().lead("Flow_AcceptedPredicateChangedYes", "CallActivity_Objection")),
                Arguments.of("the flag is handed out of the call", handedOut()),
                Arguments.of("the period is that of a sub-process", around(false)),
                Arguments.of("two persons rate", ratedByMany("2")),
                Arguments.of("an escalation beside tells somebody", escalated(false)),
                Arguments.of("each task in a job of its own", evaluation().inJobs()),
                Arguments.of("everything renamed", renamed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("redesigns")
    void whatKeepsTheLawPasses(String what, Redesign edited) {
        assertThat(edited.proof().findings())
                .filteredOn(finding -> finding.rule() != Rule.DEAD_STEP)
                .isEmpty();
    }

    /** Whatever is asked there does nothing that the law asks about. */
    @ParameterizedTest
    @EnumSource(ProcessModel.class)
    void aStepOfHrMayStandOnEveryFlow(ProcessModel model) {
        var edited = Redesign.of(model).between();
        assertThat(edited.proof().findings()).isEmpty();
    }

    /** A step of HR's own. */
    private static Redesign own(Redesign edited, String flow) {
        var task = edited.add(UserTask.class, "UserTask_New");
        task.setCamundaFormRef("own");
        task.setCamundaCandidateGroups("sdm");
        return edited.insert(flow, task);
    }

    private static Redesign sentBack() {
        var edited = own(assessment(), "Flow_EmployeeRated");
        edited.add(ExclusiveGateway.class, "Gateway_New");
        return edited.lead("Flow_EmployeeRated_behind_UserTask_New", "Gateway_New")
                .flow("Flow_Agreed", "Gateway_New", "ServiceTask_CalculateScore", "${agreed}")
                .flow("Flow_NotAgreed", "Gateway_New", RATE, "${!agreed}");
    }

    private static Redesign uncalibrated() {
        return evaluation().lead("Flow_ObjectionDone", "Gateway_ReadyToConfirm");
    }

    private static Redesign calibratedFirst() {
        return evaluation()
                .lead("Flow_AssessmentDone", "ServiceTask_JoinCalibration")
                .lead("Flow_CalibrationApplied", "CallActivity_Objection")
                .lead("Flow_ObjectionDone", "Gateway_ReadyToConfirm");
    }

    private static Redesign days(String period) {
        return objection()
                .<UserTask>edit(REVIEW, task -> task.setCamundaDueDate(period))
                .<BoundaryEvent>edit(
                        "BoundaryTimer_SilenceAccepts",
                        event -> event.getEventDefinitions()
                                .iterator()
                                .next()
                                .getChildElementsByType(TimeDuration.class)
                                .forEach(time -> time.setTextContent(period)));
    }

    private static Redesign reminded() {
        var edited = objection();
        edited.add(ServiceTask.class, "ServiceTask_Remind")
                .setCamundaDelegateExpression("${escalateObjectionDelegate}");
        return edited.timer(REVIEW, "P3D", "ServiceTask_Remind")
                .<BoundaryEvent>edit("BoundaryTimer_New" + REVIEW, event -> event.setCancelActivity(false))
                .end("EndEvent_Reminded")
                .flow("Flow_Reminded", "ServiceTask_Remind", "EndEvent_Reminded");
    }

    private static Redesign ratedBySuperior() {
        return objection()
                .<UserTask>edit(DECIDE, task -> {
                    task.setCamundaAssignee(null);
                    task.setCamundaCandidateGroups("sdm");
                })
                .and(ProcessModel.EVALUATION)
                .<CallActivity>edit("CallActivity_Assessment", call -> {
                    var in = call.getExtensionElements().addExtensionElement(CamundaIn.class);
                    in.setCamundaSource("superior");
                    in.setCamundaTarget("superior");
                })
                .and(ProcessModel.ASSESSMENT)
                .<UserTask>edit(RATE, task -> task.setCamundaAssignee("${superior}"));
    }

    private static Redesign spelledOut() {
        return objection().condition("Flow_ObjectionRaisedYes", "${objectionRaised == true}");
    }

    private static Redesign negated() {
        var edited = objection();
        var gateway = edited.<ExclusiveGateway>get("Gateway_ObjectionRaised");
        gateway.setDefault(edited.get("Flow_ObjectionRaisedYes"));
        edited.<SequenceFlow>get("Flow_ObjectionRaisedYes").removeConditionExpression();
        return edited.condition("Flow_ObjectionRaisedNo", "${!objectionRaised}");
    }

    /** All of the objection stands in the evaluation itself, with the same forms. */
    private static Redesign within() throws IOException {
        return Redesign.within(ProcessModel.EVALUATION, ProcessModel.OBJECTION, "SubProcess_Objection")
                .lead("Flow_AssessmentDone", "SubProcess_Objection")
                .flow("Flow_NewObjection", "SubProcess_Objection", "ServiceTask_JoinCalibration");
    }

    private static Redesign beside(Redesign edited, String flow, String step) {
        var fork = edited.add(ParallelGateway.class, "Gateway_NewFork");
        var join = edited.add(ParallelGateway.class, "Gateway_NewJoin");
        edited.insert(flow, fork);
        edited.add(UserTask.class, "UserTask_New");
        var behind = edited.flows().stream()
                .filter(each -> each.getSource().getId().equals(step))
                .findFirst()
                .orElseThrow();
        return edited.insert(behind.getId(), join)
                .flow("Flow_New1", "Gateway_NewFork", "UserTask_New")
                .flow("Flow_New2", "UserTask_New", "Gateway_NewJoin");
    }

    private static Redesign weekLater() {
        var edited = evaluation();
        var timer = edited.add(IntermediateCatchEvent.class, "TimerCatch_New");
        edited.duration(timer, "P7D");
        return edited.insert("Flow_ResultConfirmed", timer);
    }

    /** The superior's time is over: their task is taken away, and HR gets one with the same form. */
    private static Redesign passedOn() {
        var edited = objection();
        var task = edited.add(UserTask.class, "UserTask_New");
        task.setCamundaFormKey("embedded:deployment:decide-objection.html");
        task.setCamundaCandidateGroups("sdm");
        return edited.timer(DECIDE, "P14D", "UserTask_New").flow("Flow_New", "UserTask_New", "Gateway_ResultChanged");
    }

    /** The evaluation itself asks whether somebody objected, and only then goes on. */
    private static Redesign handedOut() {
        var edited = evaluation();
        var out = edited.<CallActivity>get("CallActivity_Objection")
                .getExtensionElements()
                .addExtensionElement(CamundaOut.class);
        out.setCamundaSource("objectionRaised");
        out.setCamundaTarget("objectionRaised");
        edited.add(ExclusiveGateway.class, "Gateway_New");
        return edited.insert("Flow_ObjectionDone", edited.get("Gateway_New"))
                .condition("Flow_ObjectionDone_behind_Gateway_New", "${objectionRaised}")
                .flow("Flow_NotRaised", "Gateway_New", "ServiceTask_JoinCalibration", "${!objectionRaised}");
    }

    static Redesign ratedByMany(String count) {
        return assessment().<UserTask>edit(RATE, task -> {
            var model = task.getModelInstance();
            var many = model.newInstance(MultiInstanceLoopCharacteristics.class);
            task.setLoopCharacteristics(many);
            var cardinality = model.newInstance(LoopCardinality.class);
            cardinality.setTextContent(count);
            many.setLoopCardinality(cardinality);
        });
    }

    /** As soon as the result lies before the employee a branch beside escalates, and the call of the objection hears it. */
    static Redesign escalated(boolean interrupting) {
        var edited = objection();
        edited.insert("Flow_ResultShown", edited.add(ParallelGateway.class, "Gateway_NewFork"));
        var thrown = edited.add(EndEvent.class, "EndEvent_NewEscalation");
        edited.add(EscalationEventDefinition.class, null, thrown);
        edited.flow("Flow_NewEscalation", "Gateway_NewFork", "EndEvent_NewEscalation");
        var outer = edited.and(ProcessModel.EVALUATION);
        var heard = outer.add(BoundaryEvent.class, "BoundaryEscalation_New");
        heard.setAttachedTo(outer.get("CallActivity_Objection"));
        heard.setCancelActivity(interrupting);
        outer.add(EscalationEventDefinition.class, null, heard);
        outer.end("EndEvent_NewTold");
        return outer.flow(
                "Flow_NewTold",
                "BoundaryEscalation_New",
                interrupting ? "ServiceTask_JoinCalibration" : "EndEvent_NewTold");
    }

    /** The review lies in a sub-process, and the timer hangs on that. */
    static Redesign around(boolean late) {
        var edited = objection();
        var around = edited.add(SubProcess.class, "SubProcess_New");
        edited.add(StartEvent.class, "StartEvent_New", around);
        var review = edited.add(UserTask.class, "UserTask_New", around);
        review.setCamundaFormKey("embedded:deployment:review-result.html");
        review.setCamundaAssignee("${employee}");
        edited.add(EndEvent.class, "EndEvent_New", around);
        edited.flow("Flow_New1", "StartEvent_New", "UserTask_New").flow("Flow_New2", "UserTask_New", "EndEvent_New");
        if (late) {
            edited.insert("Flow_New1", edited.add(UserTask.class, "UserTask_Before", around));
        }
        return edited.remove(REVIEW)
                .lead("Flow_ResultShown", "SubProcess_New")
                .flow("Flow_New3", "SubProcess_New", "Gateway_ObjectionRaised")
                .timer("SubProcess_New", "P14D", "ServiceTask_AcceptBySilence");
    }

    /** User tasks are known by their forms then. */
    private static Redesign renamed() {
        var edited = evaluation();
        var names = new HashMap<String, String>();
        for (var model : edited.book()) {
            for (var element : model.getModelElementsByType(FlowElement.class)) {
                names.put(element.getId(), "Renamed_" + names.size());
            }
            model.getModelElementsByType(FlowElement.class)
                    .forEach(element -> element.setId(names.get(element.getId())));
        }
        return edited;
    }
}
