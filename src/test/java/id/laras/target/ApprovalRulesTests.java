package id.laras.target;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Refusal.Problem;
import id.laras.target.Approval.RowRemark;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the other side must say to proposed targets (PermenPANRB 6/2022: a dialogue of two sides). */
class ApprovalRulesTests {

    private static final Plan PLAN = new Plan(
            1,
            PlanStatus.SUBMITTED,
            null,
            "x",
            null,
            "staf",
            null,
            null,
            List.of(new Plan.WorkResult("r1", ResultKind.MAIN, "A", null, null, null, null, List.of())));

    @Test
    void returningWithoutAnyRemarkIsRefused() {
        assertThat(problems(new Approval(false, null, " ", List.of(new RowRemark("r1", "")))))
                .containsExactly("target.return.withoutRemark");
    }

    @Test
    void aRemarkOnOneRowIsEnoughToReturn() {
        assertThat(problems(new Approval(false, null, null, List.of(new RowRemark("r1", "Kurang jelas")))))
                .isEmpty();
    }

    @Test
    void aRemarkOnTheWholeIsEnoughToReturn() {
        assertThat(problems(new Approval(false, null, "Kurang jelas", null))).isEmpty();
    }

    @Test
    void approvingNeedsNoRemark() {
        assertThat(problems(new Approval(true, null, null, null))).isEmpty();
    }

    @Test
    void sayingNothingIsNoApproval() {
        assertThat(problems(new Approval(null, null, null, null))).containsExactly("target.approval.missing");
    }

    @Test
    void nobodyApprovesTheirOwnProposal() {
        var found = ApprovalRules.problems(new Approval(true, null, null, null), PLAN, "staf", false);
        assertThat(found).extracting(Problem::key).containsExactly("target.approval.own");
    }

    @Test
    void aRemarkOnARowThatIsNotThereIsNotSwallowed() {
        assertThat(problems(new Approval(false, null, null, List.of(new RowRemark("r9", "Kurang jelas")))))
                .containsExactly("target.remark.unknown");
    }

    @Test
    void whatTheLeaderExpectsOnlyTheLeaderSays() {
        var forged = new Approval(true, "Boleh datang siang", null, null);
        assertThat(ApprovalRules.problems(forged, PLAN, "kabid", false))
                .extracting(Problem::key)
                .containsExactly("target.leader.notYours");
    }

    @Test
    void textsOfMoreThan4000CharactersAreRefused() {
        var tooLong = "x".repeat(4001);
        assertThat(problems(new Approval(true, tooLong, tooLong, List.of(new RowRemark("r1", tooLong)))))
                .containsExactly("target.leader.long", "target.remark.long", "target.remark.long");
    }

    private static List<String> problems(Approval approval) {
        return ApprovalRules.problems(approval, PLAN, "kabid", true).stream()
                .map(Problem::key)
                .toList();
    }
}
