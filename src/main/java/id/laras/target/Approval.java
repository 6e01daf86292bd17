package id.laras.target;

import java.util.List;
import java.util.Objects;

/**
 * What the other side says to a proposal.
 *
 * @param approved          null is refused: silence is no approval
 * @param leaderExpectation the leader's special expectation, or null
 * @param remark            on the whole, or null
 * @param remarks           on single work results
 */
public record Approval(Boolean approved, String leaderExpectation, String remark, List<RowRemark> remarks) {

    public Approval {
        remarks = remarks == null
                ? List.of()
                : remarks.stream().filter(Objects::nonNull).toList();
    }

    /** A remark on one work result. */
    public record RowRemark(String resultId, String remark) {}
}
