package id.laras.dashboard;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.Score;
import id.laras.calibration.MeetingLookup;
import id.laras.calibration.MeetingView;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationReaders;
import id.laras.evidence.CheckInService;
import id.laras.followup.FollowUpService;
import id.laras.objection.ObjectionService;
import id.laras.security.Actor;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import id.laras.succession.HandOverNotes;
import id.laras.target.Plan;
import id.laras.target.PlanStatus;
import id.laras.target.TargetService;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers one evaluation's dossier from the phases. Who may read it was asked before. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final EvaluationLookup evaluations;
    private final EvaluationReaders readers;
    private final TargetService targets;
    private final CheckInService checkIns;
    private final AssessmentService assessments;
    private final ObjectionService objections;
    private final MeetingLookup calibrations;
    private final FollowUpService followUps;
    private final HandOverNotes notes;
    private final StoodIn stoodIn;

    Dossiers(
            EvaluationLookup evaluations,
            EvaluationReaders readers,
            TargetService targets,
            CheckInService checkIns,
            AssessmentService assessments,
            ObjectionService objections,
            MeetingLookup calibrations,
            FollowUpService followUps,
            HandOverNotes notes,
            StoodIn stoodIn) {
        this.evaluations = evaluations;
        this.readers = readers;
        this.targets = targets;
        this.checkIns = checkIns;
        this.assessments = assessments;
        this.objections = objections;
        this.calibrations = calibrations;
        this.followUps = followUps;
        this.notes = notes;
        this.stoodIn = stoodIn;
    }

    public Dossier of(Evaluation evaluation, Actor reader, Locale locale) {
        var id = evaluation.id();
        var plan = targets.approved(id).orElse(null);
        var result = assessments.resultFor(reader, evaluation, locale).orElse(null);
        // Who may not see the result yet may not guess it from what was said about it; and what became of it is between
        // the employee, the assessor of today and their superior, not for who has handed the evaluation over.
        var told = result != null && readers.handedOver(reader, evaluation).isEmpty();
        var response = told ? objections.find(id).orElse(null) : null;
        var meeting = told ? meeting(evaluation, reader) : null;
        return new Dossier(
                plan,
                plan == null ? List.of() : earlierPlans(id, plan),
                checkIns.checkIns(id),
                assessments.selfAssessmentMissed(id),
                result,
                result == null ? List.of() : earlierResults(id),
                response,
                response == null ? null : name(response.decidedBy(), evaluation, Step.DECIDE_OBJECTION, locale),
                told ? followUps.find(id).orElse(null) : null,
                name(evaluation.confirmedBy(), evaluation, Step.CONFIRM_RESULT, locale),
                meeting,
                meeting == null ? null : name(meeting.decidedBy(), evaluation, Step.CALIBRATE_UNIT, locale),
                told ? evaluations.periodic(evaluation) : List.of(),
                notes.of(evaluation, reader));
    }

    private MeetingView meeting(Evaluation evaluation, Actor reader) {
        return calibrations
                .meeting(evaluation.id())
                .map(meeting -> reader.account().equals(evaluation.employee())
                        ? new MeetingView(meeting.decidedBy(), meeting.decidedAt(), null)
                        : meeting)
                .orElse(null);
    }

    private List<Plan> earlierPlans(EvaluationId id, Plan current) {
        return targets.versions(id).stream()
                .filter(version -> version.status() == PlanStatus.APPROVED)
                .filter(version -> version.version() < current.version())
                .sorted(Comparator.comparing(Plan::version).reversed())
                .toList();
    }

    private List<Score> earlierResults(EvaluationId id) {
        return assessments.versions(id).stream()
                .sorted(Comparator.comparing(Score::number).reversed())
                .skip(1)
                .toList();
    }

    /** The assessor by the name that was written down when the evaluation was opened, everybody else by today's. */
    private String name(String account, Evaluation evaluation, Step step, Locale locale) {
        if (account == null) {
            return null;
        }
        var name = account.equals(evaluation.assessor()) ? evaluation.assessorName() : stoodIn.name(account);
        return stoodIn.shown(evaluation.id().value(), account, name, locale, step);
    }
}
