package id.laras.target;

import static id.laras.target.Plans.indicator;
import static id.laras.target.Plans.proposal;
import static id.laras.target.Plans.result;
import static id.laras.target.Plans.supporting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanComposerTests {

    private static final SuperiorResult SUPERIOR = new SuperiorResult("s1", "Indeks kepuasan naik", "Bu Kabid");

    private static final Plan BEFORE = new Plan(
            1,
            PlanStatus.APPROVED,
            null,
            "x",
            null,
            "staf",
            "kabid",
            null,
            List.of(new Plan.WorkResult(
                    "r1",
                    ResultKind.MAIN,
                    "A",
                    "s0",
                    "Sasaran lama",
                    null,
                    null,
                    List.of(withId("i1", indicator("Satu", "1", "100"))))));

    @Test
    void rowsKeepTheirIdsFromVersionToVersion() {
        var composed = compose(proposal(withId("r1", result("B", withId("i1", indicator("Dua", "2", "100"))))));
        assertThat(composed.results().get(0).id()).isEqualTo("r1");
        assertThat(composed.results().get(0).indicators().get(0).id()).isEqualTo("i1");
    }

    @Test
    void newForgedAndRepeatedIdsBecomeNewOnes() {
        var composed = compose(proposal(
                withId("forged", result("B", indicator("Dua", "2", "50"))),
                withId("r1", result("C", withId("i1", indicator("Tiga", "2", "25")))),
                withId("r1", result("D", withId("i1", indicator("Empat", "2", "25"))))));
        assertThat(composed.results())
                .extracting(Plan.WorkResult::id)
                .doesNotContain("forged")
                .doesNotHaveDuplicates();
        assertThat(composed.results().stream()
                        .flatMap(result -> result.indicators().stream())
                        .map(Plan.Indicator::id))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void theTitleOfTheSupportedResultIsWrittenDown() {
        var composed = compose(proposal(supporting("s1", result("B", indicator("Dua", "2", "100")))));
        assertThat(composed.results().get(0).supportsTitle()).isEqualTo("Indeks kepuasan naik");
    }

    @Test
    void supportMayStayThoughTheSuperiorHasDroppedTheResult() {
        var composer = new PlanComposer(List.of(SUPERIOR), List.of(BEFORE));
        assertThat(composer.supportable()).containsExactlyInAnyOrder("s0", "s1");
        var composed =
                composer.compose(proposal(supporting("s0", result("B", indicator("Dua", "2", "100")))), true, null);
        assertThat(composed.results().get(0).supportsTitle()).isEqualTo("Sasaran lama");
    }

    @Test
    void aProposerCannotWriteRemarksOrTitlesOfOthers() {
        var forged =
                new Plan.WorkResult(null, ResultKind.MAIN, "B", null, "Palsu", null, "Disetujui atasan", List.of());
        var composed = compose(proposal(forged)).results().get(0);
        assertThat(composed.remark()).isNull();
        assertThat(composed.supportsTitle()).isNull();
    }

    @Test
    void weightsAreDroppedWhereTheSchemeKnowsNone() {
        var composed = new PlanComposer(List.of(), List.of()).compose(Plans.simple(), false, null);
        assertThat(composed.results().get(0).indicators().get(0).weight()).isNull();
    }

    @Test
    void returningAPlanKeepsWhatTheLeaderExpects() {
        var returned = PlanComposer.remarked(expecting("Ramah"), new Approval(false, null, "Belum", null), true);
        assertThat(returned.leaderExpectation()).isEqualTo("Ramah");
    }

    @Test
    void theLeaderWhoApprovesSaysAnewWhatTheyExpect() {
        var approval = new Approval(true, " Cepat ", null, null);
        assertThat(PlanComposer.remarked(expecting("Ramah"), approval, true).leaderExpectation())
                .isEqualTo("Cepat");
        var nothing = new Approval(true, " ", null, null);
        assertThat(PlanComposer.remarked(expecting("Ramah"), nothing, true).leaderExpectation())
                .isNull();
    }

    @Test
    void theEmployeeWhoApprovesLeavesWhatTheLeaderExpects() {
        var approval = new Approval(true, null, null, null);
        assertThat(PlanComposer.remarked(expecting("Ramah"), approval, false).leaderExpectation())
                .isEqualTo("Ramah");
    }

    private static PlanDocument expecting(String leaderExpectation) {
        return new PlanDocument("x", leaderExpectation, List.of());
    }

    private static PlanDocument compose(Proposal proposal) {
        return new PlanComposer(List.of(SUPERIOR), List.of(BEFORE)).compose(proposal, true, null);
    }

    private static Plan.WorkResult withId(String id, Plan.WorkResult result) {
        return new Plan.WorkResult(
                id, result.kind(), result.title(), result.supports(), null, null, null, result.indicators());
    }

    private static Plan.Indicator withId(String id, Plan.Indicator indicator) {
        return new Plan.Indicator(
                id,
                indicator.aspect(),
                indicator.name(),
                indicator.target(),
                indicator.unit(),
                indicator.direction(),
                indicator.weight());
    }
}
