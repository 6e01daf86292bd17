package id.laras.calibration.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ForeseenScores;
import id.laras.assessment.ResultView;
import id.laras.calibration.CalibrationService;
import id.laras.calibration.MeetingLookup;
import id.laras.calibration.MoveView;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.objection.ObjectionService;
import id.laras.objection.Outcome;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The assessor fixes the predicate: nobody is judged by automated processing alone (UU 27/2022 art. 10). */
@Component
class ConfirmResultStep implements HumanStep<ConfirmResultStep.Answer> {

    private final CalibrationService calibrations;
    private final MeetingLookup meetings;
    private final AssessmentService assessments;
    private final ObjectionService objections;

    ConfirmResultStep(
            CalibrationService calibrations,
            MeetingLookup meetings,
            AssessmentService assessments,
            ObjectionService objections) {
        this.calibrations = calibrations;
        this.meetings = meetings;
        this.assessments = assessments;
        this.objections = objections;
    }

    @Override
    public Step step() {
        return Step.CONFIRM_RESULT;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public View view(StepContext context) {
        var id = EvaluationId.of(context.businessKey());
        return new View(
                assessments.result(id, LocaleContextHolder.getLocale()).orElse(null),
                meetings.move(id).orElse(null),
                objections
                        .find(id)
                        .filter(objection -> objection.outcome() != null)
                        .map(objection -> new Decided(objection.outcome(), objection.decisionReason()))
                        .orElse(null));
    }

    @Override
    public Map<String, Object> complete(StepContext context, Answer answer) {
        calibrations.confirm(
                EvaluationId.of(context.businessKey()), answer.confirmed(), answer.note(), context.actor());
        return Map.of();
    }

    @Override
    public Outlook outlook(StepContext context, Answer answer) {
        var result = assessments.current(EvaluationId.of(context.businessKey())).orElseThrow();
        return new Outlook(
                step().task(),
                List.of(Outlook.sentence(
                        "calibration.outlook.confirmed", ForeseenScores.predicate(result.predicate()))));
    }

    /** @param note for the employee, may be empty */
    record Answer(boolean confirmed, String note) {}

    record View(
            @Nullable ResultView result,
            @Nullable MoveView calibration,
            @Nullable Decided objection) {}

    record Decided(Outcome outcome, String reason) {}
}
