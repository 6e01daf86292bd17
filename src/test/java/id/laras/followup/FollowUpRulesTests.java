package id.laras.followup;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.evidence.Evidence;
import id.laras.followup.DevelopmentPlan.CoachingOrder;
import id.laras.followup.DevelopmentPlan.TrainingOrder;
import id.laras.rules.Refusal.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowUpRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final FollowUpSettings settings = new FollowUpSettings(
            List.of(new FollowUpSettings.Offer("TIME", "Manajemen waktu", "Time management")),
            List.of(new FollowUpSettings.Offer("CERTIFICATE", "Piagam", null)));
    private final PlannedTraining training =
            new PlannedTraining("e", "Manajemen waktu", new TrainingOrder("TIME", "Tepat waktu", TODAY), TODAY);
    private final List<Evidence> proof = List.of(new Evidence("https://example.go.id/sertifikat", null, null));

    @Test
    void aPlanWithoutMeasuresIsAPlan() {
        assertThat(plan(new DevelopmentPlan(List.of(), null, false, null))).isEmpty();
    }

    @Test
    void aTrainingOutsideTheCatalogueIsRefused() {
        assertThat(plan(trainings(new TrainingOrder("YOGA", "Tenang", TODAY))))
                .containsExactly("followup.training.unknown");
    }

    @Test
    void aTrainingNeedsAGoalAndADayThatIsStillToCome() {
        assertThat(plan(trainings(new TrainingOrder("TIME", " ", null))))
                .containsExactly("followup.training.goal", "followup.training.until");
        assertThat(plan(trainings(new TrainingOrder("TIME", "Tepat waktu", TODAY.minusDays(1)))))
                .containsExactly("followup.training.untilPast");
        assertThat(plan(trainings(new TrainingOrder("TIME", "Tepat waktu", TODAY))))
                .isEmpty();
    }

    @Test
    void aTrainingIsPlannedOnceOnly() {
        var order = new TrainingOrder("TIME", "Tepat waktu", TODAY);
        assertThat(plan(trainings(order, order))).containsExactly("followup.training.twice");
    }

    @Test
    void aCoachingNeedsATopicAndADayThatIsStillToCome() {
        assertThat(plan(coaching(new CoachingOrder(null, "", null))))
                .containsExactly("followup.coaching.topic", "followup.coaching.until");
        assertThat(plan(coaching(new CoachingOrder(null, "Hambatan", TODAY.minusDays(1)))))
                .containsExactly("followup.coaching.untilPast");
    }

    @Test
    void aTrainingCompletedWithoutProofIsRefused() {
        assertThat(report(TODAY, List.of())).containsExactly("followup.report.proof");
        assertThat(report(TODAY, List.of(new Evidence(" ", null, "sertifikat.pdf"))))
                .containsExactly("followup.report.proof");
        assertThat(report(TODAY, proof)).isEmpty();
        assertThat(report(TODAY, List.of(new Evidence(null, "berkas", "sertifikat.pdf"))))
                .isEmpty();
    }

    @Test
    void aTrainingIsCompletedBetweenItsPlanningAndToday() {
        assertThat(report(TODAY.plusDays(1), proof)).containsExactly("followup.report.future");
        assertThat(report(TODAY.minusDays(1), proof)).containsExactly("followup.report.early");
        assertThat(report(null, proof)).containsExactly("followup.report.date");
    }

    @Test
    void everyPlannedTrainingIsReportedAndNoOther() {
        var foreign = new TrainingReport("other", TODAY, null, proof);
        assertThat(keys(FollowUpRules.reports(List.of(training), List.of(), TODAY)))
                .containsExactly("followup.report.missing");
        assertThat(keys(FollowUpRules.reports(List.of(), List.of(foreign), TODAY)))
                .containsExactly("followup.report.unknown");
    }

    @Test
    void aCoachingIsNotReportedBeforeItWasHeldNorWithoutNotes() {
        assertThat(keys(FollowUpRules.held(new CoachingRecord(TODAY.plusDays(1), "Catatan", null), TODAY)))
                .containsExactly("followup.coaching.future");
        assertThat(keys(FollowUpRules.held(new CoachingRecord(null, " ", null), TODAY)))
                .containsExactly("followup.coaching.date", "followup.coaching.notes");
        assertThat(FollowUpRules.held(new CoachingRecord(TODAY, "Catatan", null), TODAY))
                .isEmpty();
    }

    @Test
    void aNominationNeedsAKindOnOfferAndACitation() {
        assertThat(keys(FollowUpRules.nomination("GOLD", "", settings)))
                .containsExactly("followup.reward.kind", "followup.reward.citation");
        assertThat(FollowUpRules.nomination("CERTIFICATE", "Layanan tercepat", settings))
                .isEmpty();
    }

    @Test
    void aRewardIsDeclinedWithAReasonOnly() {
        assertThat(keys(FollowUpRules.decision("staf", Set.of("kabid"), "sdm", false, " ")))
                .containsExactly("followup.reward.reason");
        assertThat(FollowUpRules.decision("staf", Set.of("kabid"), "sdm", true, null))
                .isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwnRewardOrNomination() {
        assertThat(keys(FollowUpRules.decision("sdm", Set.of("kabid"), "sdm", true, null)))
                .containsExactly("followup.reward.own");
        assertThat(keys(FollowUpRules.decision("staf", Set.of("sdm"), "sdm", true, null)))
                .containsExactly("followup.reward.ownNomination");
    }

    private List<String> plan(DevelopmentPlan plan) {
        return keys(FollowUpRules.plan(plan, settings, TODAY));
    }

    private static DevelopmentPlan trainings(TrainingOrder... orders) {
        return new DevelopmentPlan(List.of(orders), null, false, null);
    }

    private static DevelopmentPlan coaching(CoachingOrder order) {
        return new DevelopmentPlan(List.of(), order, false, null);
    }

    private List<String> report(LocalDate completedOn, List<Evidence> proof) {
        var report = new TrainingReport(training.id(), completedOn, null, proof);
        return keys(FollowUpRules.reports(List.of(training), List.of(report), TODAY));
    }

    private static List<String> keys(List<Problem> problems) {
        return problems.stream().map(Problem::key).toList();
    }
}
