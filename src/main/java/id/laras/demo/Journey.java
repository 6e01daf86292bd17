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
        return byEmployee("UserTask_DraftTargets", proposal);
    }

    Journey approveTargets() {
        return bySupervisor(
                "UserTask_ApproveTargets",
                new Approval(true, "Utamakan kecepatan layanan kepada warga.", null, List.of()));
    }

    Journey returnTargets() {
        return bySupervisor(
                "UserTask_ApproveTargets",
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
        return byEmployee("UserTask_CheckIn", DemoAnswers.report(plan()));
    }

    Journey answerCheckIn() {
        return bySupervisor(
                "UserTask_GiveCheckInFeedback", Map.of("feedback", "Baik. Lengkapi data sebelum akhir bulan."));
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
        return byEmployee("UserTask_AssessSelf", answer);
    }

    /** Everybody who was asked says what they think, and the closing day comes. */
    Journey hearColleagues(int level) {
        var task = "UserTask_GiveFeedback";
        for (var colleague : walker.assignees(id(), task)) {
            walker.answer(
                    id(),
                    task,
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
        return bySupervisor("UserTask_RateEmployee", answer);
    }

    Journey accept() {
        return byEmployee("UserTask_ReviewResult", new ReviewAnswer(false, null, List.of()));
    }

    Journey staySilent() {
        walker.letPass(id(), "BoundaryTimer_SilenceAccepts");
        return this;
    }

    Journey object() {
        var reasons = "Dua bulan alat uji rusak dan sudah saya laporkan; capaian bulan lainnya melampaui target.";
        return byEmployee("UserTask_ReviewResult", new ReviewAnswer(true, reasons, List.of()));
    }

    Journey grantObjection(int results, int behaviour) {
        var answer = new DecisionAnswer(
                Outcome.CHANGED,
                "Kerusakan alat terbukti di luar kendali pegawai.",
                "Penilai membenarkan bahwa laporan kerusakan diterima.",
                "Pegawai menunjukkan laporan kerusakan dan hasil bulan lainnya.",
                DemoAnswers.rating(evaluation.cycle().scheme(), results, behaviour, false));
        walker.answer(id(), "UserTask_DecideObjection", evaluation.superior(), answer);
        return this;
    }

    Journey confirm() {
        return bySupervisor("UserTask_ConfirmResult", Map.of("confirmed", true, "note", ""));
    }

    Journey planNothing() {
        return bySupervisor("UserTask_PlanDevelopment", new DevelopmentPlan(List.of(), null, false, ""));
    }

    Journey planReward() {
        return bySupervisor("UserTask_PlanDevelopment", new DevelopmentPlan(List.of(), null, true, ""));
    }

    /** @param until last day of both */
    Journey planTrainingAndCoaching(LocalDate until) {
        var training = new DevelopmentPlan.TrainingOrder(
                "TIME_MANAGEMENT", "Menyelesaikan laporan bulanan sebelum tanggal lima.", until);
        var coaching = new DevelopmentPlan.CoachingOrder(
                CoachingKind.GUIDANCE, "Mengatur prioritas saat pekerjaan menumpuk", until);
        return bySupervisor("UserTask_PlanDevelopment", new DevelopmentPlan(List.of(training), coaching, false, ""));
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
        return byEmployee("UserTask_ConfirmTraining", Map.of("trainings", reports));
    }

    Journey holdCoaching(LocalDate on) {
        return bySupervisor(
                "UserTask_HoldCoaching",
                new CoachingRecord(on, "Membahas pembagian waktu dan kendala data.", "Rencana mingguan tiap Senin."));
    }

    Journey nominate() {
        return bySupervisor(
                "UserTask_NominateReward",
                Map.of("kind", "CERTIFICATE", "citation", "Hasil kerja jauh di atas target dan menjadi contoh."));
    }

    Journey grantReward() {
        var answer = Map.of("granted", true, "reason", "Layak menurut tim penilai.");
        walker.answerAsHr(id(), "UserTask_DecideReward", answer);
        return this;
    }

    private Plan plan() {
        return targets.approved(id()).orElseThrow();
    }

    private Journey byEmployee(String task, Object answer) {
        walker.answer(id(), task, evaluation.employee(), answer);
        return this;
    }

    private Journey bySupervisor(String task, Object answer) {
        walker.answer(id(), task, evaluation.supervisor(), answer);
        return this;
    }
}
