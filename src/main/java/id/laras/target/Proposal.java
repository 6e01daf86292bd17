package id.laras.target;

import java.util.List;
import java.util.Objects;

/**
 * Targets as a person proposes them. Of the work results only what a proposer may say is looked at: remarks and titles
 * of supported results are ours.
 *
 * @param reason why the approved targets should change; asked for in a revision, ignored before
 */
public record Proposal(String reason, String behaviourExpectation, List<Plan.WorkResult> results) {

    public Proposal {
        results = results == null
                ? List.of()
                : results.stream().filter(Objects::nonNull).toList();
    }
}
