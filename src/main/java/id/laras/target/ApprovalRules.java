package id.laras.target;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.util.ArrayList;
import java.util.List;

/** What the other side must say to a proposal (PermenPANRB 6/2022: targets are set in a dialogue). */
final class ApprovalRules {

    private ApprovalRules() {}

    /** @param byLeader whether the leader decides; the employee decides on what the leader proposed in a revision */
    static List<Problem> problems(Approval approval, Plan plan, String by, boolean byLeader) {
        var problems = new ArrayList<Problem>();
        if (by.equals(plan.proposedBy())) {
            problems.add(new Problem("target.approval.own"));
        }
        if (approval.approved() == null) {
            problems.add(new Problem("target.approval.missing"));
        }
        if (!byLeader && !Reasons.missing(approval.leaderExpectation())) {
            problems.add(new Problem("target.leader.notYours"));
        }
        Texts.limit(approval.leaderExpectation(), "target.leader", problems);
        Texts.limit(approval.remark(), "target.remark", problems);
        for (var row : approval.remarks()) {
            Texts.limit(row.remark(), "target.remark", problems);
            if (plan.results().stream().noneMatch(result -> result.id().equals(row.resultId()))) {
                problems.add(new Problem("target.remark.unknown"));
            }
        }
        var silent = Reasons.missing(approval.remark())
                && approval.remarks().stream().allMatch(row -> Reasons.missing(row.remark()));
        if (Boolean.FALSE.equals(approval.approved()) && silent) {
            problems.add(new Problem("target.return.withoutRemark"));
        }
        return problems;
    }
}
