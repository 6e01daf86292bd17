package id.laras.demo;

import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.evidence.Evidence;
import id.laras.followup.FollowUpService;
import id.laras.followup.TrainingReport;
import id.laras.objection.DecisionAnswer;
import id.laras.objection.Outcome;
import id.laras.objection.ReviewAnswer;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.Plan;
import id.laras.target.Proposal;
import id.laras.target.TargetService;
import id.laras.words.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One evaluation on its way, step by step, each by the person whose step it is. */
final class Journey {

    private final Evaluation evaluation;
    private final Walker walker;
    private final TargetService targets;
    private final FollowUpService followUps;
    private final DemoTargets demoTargets;

    Journey(
            Evaluation evaluation,
            Walker walker,
            TargetService targets,
            FollowUpService followUps,
            DemoTargets demoTargets) {
        this.evaluation = evaluation;
        this.walker = walker;
        this.targets = targets;
        this.followUps = followUps;
        this.demoTargets = demoTargets;
    }

    EvaluationId id() {
        return evaluation.id();
    }

    Journey draftTargets() {
        return byEmployee(Step.DRAFT_TARGETS, proposal());
    }

    Journey approveTargets() {
        return byAssessor(Step.APPROVE_TARGETS, DemoAnswers.approval());
    }

    Journey returnTargets() {
        return byAssessor(
                Step.APPROVE_TARGETS,
                new Approval(false, null, "Target pertama terlalu rendah dibanding capaian tahun lalu.", List.of()));
    }

    Journey agreeTargets() {
        return draftTargets().approveTargets();
    }

    Journey reachCheckIn() {
        walker.letPass(id(), "TimerCatch_CheckInDue");
        return this;
    }

    Journey checkIn() {
        return byEmployee(Step.CHECK_IN, DemoAnswers.report(plan()));
    }

    Journey answerCheckIn() {
        return byAssessor(Step.GIVE_CHECK_IN_FEEDBACK, DemoAnswers.checkInFeedback());
    }

    Journey reachAssessment() {
        walker.letPass(id(), "BoundaryTimer_AssessmentOpens");
        return this;
    }

    Journey assessSelf(int level) {
        return assessSelf(level, null);
    }

    Journey assessSelf(int level, NewIdea idea) {
        var answer = DemoAnswers.selfAssessment(evaluation.cycle().scheme(), plan(), level, idea);
        return byEmployee(Step.ASSESS_SELF, answer);
    }

    /** Everybody who was asked says what they think, and the closing day comes. */
    Journey hearColleagues(int level) {
        var step = Step.GIVE_FEEDBACK;
        for (var colleague : walker.assignees(id(), step)) {
            walker.answer(
                    id(),
                    step,
                    colleague,
                    DemoAnswers.opinion(evaluation.cycle().scheme(), level));
        }
        return passed("TimerCatch_FeedbackCloses");
    }

    /** The closing day comes before everybody has answered. */
    Journey closeFeedback() {
        return passed("BoundaryTimer_FeedbackCloses");
    }

    /** Where too few serve in the unit, nobody is asked, and nothing waits for the closing day. */
    private Journey passed(String closing) {
        if (walker.isAwaited(id(), closing)) {
            walker.letPass(id(), closing);
        }
        return this;
    }

    Journey rate(int results, int behaviour) {
        return rate(results, behaviour, false);
    }

    Journey rate(int results, int behaviour, boolean newIdea) {
        var answer = DemoAnswers.rating(evaluation.cycle().scheme(), results, behaviour, newIdea);
        return byAssessor(Step.RATE_EMPLOYEE, answer);
    }

    Journey accept() {
        return byEmployee(Step.REVIEW_RESULT, DemoAnswers.acceptance());
    }

    Journey staySilent() {
        walker.letPass(id(), "BoundaryTimer_SilenceAccepts");
        return this;
    }

    Journey object() {
        var reasons = "Dua bulan alat uji rusak dan sudah saya laporkan; capaian bulan lainnya melampaui target.";
        return byEmployee(Step.REVIEW_RESULT, new ReviewAnswer(true, reasons, List.of()));
    }

    Journey grantObjection(int results, int behaviour) {
        var answer = new DecisionAnswer(
                Outcome.CHANGED,
                "Kerusakan alat terbukti di luar kendali pegawai.",
                "Penilai membenarkan bahwa laporan kerusakan diterima.",
                "Pegawai menunjukkan laporan kerusakan dan hasil bulan lainnya.",
                DemoAnswers.rating(evaluation.cycle().scheme(), results, behaviour, false));
        walker.answer(id(), Step.DECIDE_OBJECTION, evaluation.superior(), answer);
        return this;
    }

    Journey confirm() {
        return byAssessor(Step.CONFIRM_RESULT, DemoAnswers.confirmation());
    }

    Journey planNothing() {
        return byAssessor(Step.PLAN_DEVELOPMENT, DemoAnswers.plan(false));
    }

    Journey planReward() {
        return byAssessor(Step.PLAN_DEVELOPMENT, DemoAnswers.plan(true));
    }

    /** @param until last day of both */
    Journey planTrainingAndCoaching(LocalDate until) {
        return byAssessor(Step.PLAN_DEVELOPMENT, DemoAnswers.trainingAndCoaching(until));
    }

    Journey confirmTraining(LocalDate completedOn) {
        return byEmployee(Step.CONFIRM_TRAINING, trainingReports(completedOn));
    }

    Journey holdCoaching(LocalDate on) {
        return byAssessor(Step.HOLD_COACHING, DemoAnswers.coaching(on));
    }

    Journey nominate() {
        return byAssessor(Step.NOMINATE_REWARD, DemoAnswers.nomination());
    }

    Journey grantReward() {
        walker.answerAsHr(id(), Step.DECIDE_REWARD, DemoAnswers.grant());
        return this;
    }

    /** What the person whose step it is would say, each evaluation by its own lights, and again the same. */
    Object answerTo(Step step, Clock clock) {
        var scheme = evaluation.cycle().scheme();
        var level = level();
        var today = LocalDate.now(clock);
        return switch (step) {
            case DRAFT_TARGETS -> proposal();
            case REVISE_TARGETS -> DemoAnswers.revision(plan());
            case APPROVE_TARGETS, APPROVE_REVISION -> DemoAnswers.approval();
            case CHECK_IN -> DemoAnswers.report(plan());
            case GIVE_CHECK_IN_FEEDBACK -> DemoAnswers.checkInFeedback();
            case ASSESS_SELF -> DemoAnswers.selfAssessment(scheme, plan(), level, null);
            case GIVE_FEEDBACK -> DemoAnswers.opinion(scheme, level);
            case RATE_EMPLOYEE -> DemoAnswers.rating(scheme, level, level, false);
            case REVIEW_RESULT -> DemoAnswers.acceptance();
            case DECIDE_OBJECTION -> DemoAnswers.upheld();
            case CALIBRATE_UNIT -> DemoAnswers.calibration();
            case CONFIRM_RESULT -> DemoAnswers.confirmation();
            case PLAN_DEVELOPMENT ->
                level < DemoAnswers.LOW
                        ? DemoAnswers.trainingAndCoaching(today.plusDays(45))
                        : DemoAnswers.plan(level > DemoAnswers.HIGH);
            case CONFIRM_TRAINING -> trainingReports(today);
            case HOLD_COACHING -> DemoAnswers.coaching(today);
            case NOMINATE_REWARD -> DemoAnswers.nomination();
            case DECIDE_REWARD -> DemoAnswers.grant();
            case WRITE_HAND_OVER_NOTE -> DemoAnswers.handOverNote();
        };
    }

    /** Most people do what was agreed; some less, some more. */
    private int level() {
        return 85 + Math.floorMod(evaluation.employeeNip().hashCode(), 26);
    }

    private Proposal proposal() {
        return demoTargets.proposal(evaluation, targets.weighted(id()), targets.superiorResults(id()));
    }

    private Map<String, List<TrainingReport>> trainingReports(LocalDate completedOn) {
        var reports = followUps.trainings(id(), Sentences.INDONESIAN).stream()
                .map(training -> new TrainingReport(
                        training.id(),
                        completedOn,
                        "Menyusun rencana mingguan dan menandai pekerjaan yang paling berdampak.",
                        List.of(new Evidence(
                                "https://berkas.laraskota.example/sertifikat", null, "Sertifikat pelatihan"))))
                .toList();
        return Map.of("trainings", reports);
    }

    private Plan plan() {
        return targets.approved(id()).orElseThrow();
    }

    private Journey byEmployee(Step step, Object answer) {
        walker.answer(id(), step, evaluation.employee(), answer);
        return this;
    }

    private Journey byAssessor(Step step, Object answer) {
        walker.answer(id(), step, evaluation.assessor(), answer);
        return this;
    }
}
