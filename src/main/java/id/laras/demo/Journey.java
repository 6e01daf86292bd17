package id.laras.demo;

import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.evidence.Evidence;
import id.laras.followup.CoachingKind;
import id.laras.followup.CoachingRecord;
import id.laras.followup.DevelopmentPlan;
import id.laras.followup.FollowUpService;
import id.laras.followup.TrainingReport;
import id.laras.objection.DecisionAnswer;
import id.laras.objection.Outcome;
import id.laras.objection.ReviewAnswer;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
        var proposal = demoTargets.proposal(evaluation, targets.weighted(id()), targets.superiorResults(id()));
        return byEmployee(Step.DRAFT_TARGETS, proposal);
    }

    Journey approveTargets() {
        return bySupervisor(
                Step.APPROVE_TARGETS, new Approval(true, "Utamakan kecepatan layanan kepada warga.", null, List.of()));
    }

    Journey returnTargets() {
        return bySupervisor(
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
        return bySupervisor(
                Step.GIVE_CHECK_IN_FEEDBACK, Map.of("feedback", "Baik. Lengkapi data sebelum akhir bulan."));
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
        return bySupervisor(Step.RATE_EMPLOYEE, answer);
    }

    Journey accept() {
        return byEmployee(Step.REVIEW_RESULT, new ReviewAnswer(false, null, List.of()));
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
        return bySupervisor(Step.CONFIRM_RESULT, Map.of("confirmed", true, "note", ""));
    }

    Journey planNothing() {
        return bySupervisor(Step.PLAN_DEVELOPMENT, new DevelopmentPlan(List.of(), null, false, ""));
    }

    Journey planReward() {
        return bySupervisor(Step.PLAN_DEVELOPMENT, new DevelopmentPlan(List.of(), null, true, ""));
    }

    /** @param until last day of both */
    Journey planTrainingAndCoaching(LocalDate until) {
        var training = new DevelopmentPlan.TrainingOrder(
                "TIME_MANAGEMENT", "Menyelesaikan laporan bulanan sebelum tanggal lima.", until);
        var coaching = new DevelopmentPlan.CoachingOrder(
                CoachingKind.GUIDANCE, "Mengatur prioritas saat pekerjaan menumpuk", until);
        return bySupervisor(Step.PLAN_DEVELOPMENT, new DevelopmentPlan(List.of(training), coaching, false, ""));
    }

    Journey confirmTraining(LocalDate completedOn) {
        var reports = followUps.trainings(id(), Locale.forLanguageTag("id")).stream()
                .map(training -> new TrainingReport(
                        training.id(),
                        completedOn,
                        "Menyusun rencana mingguan dan menandai pekerjaan yang paling berdampak.",
                        List.of(new Evidence(
                                "https://berkas.laraskota.example/sertifikat", null, "Sertifikat pelatihan"))))
                .toList();
        return byEmployee(Step.CONFIRM_TRAINING, Map.of("trainings", reports));
    }

    Journey holdCoaching(LocalDate on) {
        return bySupervisor(
                Step.HOLD_COACHING,
                new CoachingRecord(on, "Membahas pembagian waktu dan kendala data.", "Rencana mingguan tiap Senin."));
    }

    Journey nominate() {
        return bySupervisor(
                Step.NOMINATE_REWARD,
                Map.of("kind", "CERTIFICATE", "citation", "Hasil kerja jauh di atas target dan menjadi contoh."));
    }

    Journey grantReward() {
        var answer = Map.of("granted", true, "reason", "Layak menurut tim penilai.");
        walker.answerAsHr(id(), Step.DECIDE_REWARD, answer);
        return this;
    }

    private Plan plan() {
        return targets.approved(id()).orElseThrow();
    }

    private Journey byEmployee(Step step, Object answer) {
        walker.answer(id(), step, evaluation.employee(), answer);
        return this;
    }

    private Journey bySupervisor(Step step, Object answer) {
        walker.answer(id(), step, evaluation.supervisor(), answer);
        return this;
    }
}
