package id.laras.target;

import id.laras.rules.Reasons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a plan of a proposal: rows keep their ids from version to version, so that progress and realisations stay with
 * their indicator; a row without a known id gets a new one.
 */
final class PlanComposer {

    private final Map<String, String> supportTitles = new HashMap<>();
    private final Set<String> knownIds = new HashSet<>();
    private final Set<String> usedIds = new HashSet<>();

    /**
     * @param superior what can be supported now
     * @param before   the versions so far: what they support may still be supported, though the superior has dropped it
     */
    PlanComposer(List<SuperiorResult> superior, List<Plan> before) {
        for (var plan : before) {
            for (var result : plan.results()) {
                knownIds.add(result.id());
                if (result.supports() != null) {
                    supportTitles.put(result.supports(), result.supportsTitle());
                }
                result.indicators().forEach(indicator -> knownIds.add(indicator.id()));
            }
        }
        superior.forEach(result -> supportTitles.put(result.id(), result.title()));
    }

    Set<String> supportable() {
        return supportTitles.keySet();
    }

    /** @param leaderExpectation what the leader has said so far, or null */
    PlanDocument compose(Proposal proposal, boolean weighted, String leaderExpectation) {
        var results = new ArrayList<Plan.WorkResult>();
        for (var result : proposal.results()) {
            var supports = Reasons.clean(result.supports());
            results.add(new Plan.WorkResult(
                    id(result.id()),
                    result.kind(),
                    result.title().strip(),
                    supports,
                    supports == null ? null : supportTitles.get(supports),
                    result.perspective(),
                    null,
                    result.indicators().stream()
                            .map(indicator -> compose(indicator, weighted))
                            .toList()));
        }
        return new PlanDocument(proposal.behaviourExpectation().strip(), leaderExpectation, results);
    }

    private Plan.Indicator compose(Plan.Indicator indicator, boolean weighted) {
        return new Plan.Indicator(
                id(indicator.id()),
                indicator.aspect(),
                indicator.name().strip(),
                indicator.target(),
                indicator.unit().strip(),
                indicator.direction(),
                weighted ? indicator.weight() : null);
    }

    private String id(String proposed) {
        return knownIds.contains(proposed) && usedIds.add(proposed)
                ? proposed
                : UUID.randomUUID().toString();
    }

    /**
     * The plan with what the other side said to it.
     *
     * @param byLeader whether the leader says it: nobody else says what the leader expects in
     *     particular, and a leader who returns a plan in silence takes back nothing of it
     */
    static PlanDocument remarked(PlanDocument plan, Approval approval, boolean byLeader) {
        var remarks = new HashMap<String, String>();
        approval.remarks().forEach(row -> remarks.put(row.resultId(), Reasons.clean(row.remark())));
        var results = plan.results().stream()
                .map(result -> new Plan.WorkResult(
                        result.id(),
                        result.kind(),
                        result.title(),
                        result.supports(),
                        result.supportsTitle(),
                        result.perspective(),
                        remarks.get(result.id()),
                        result.indicators()))
                .toList();
        var said = Reasons.clean(approval.leaderExpectation());
        var silent = said == null && !approval.approved();
        var expectation = byLeader && !silent ? said : plan.leaderExpectation();
        return new PlanDocument(plan.behaviourExpectation(), expectation, results);
    }
}
