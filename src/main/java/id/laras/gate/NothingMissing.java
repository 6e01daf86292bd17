package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;
import java.util.Map;
import java.util.Set;

/** A step or a delegate is allowed only where what it needs has happened on every path. */
final class NothingMissing implements Article {

    private static final Map<Deed, Set<Mark>> NEEDS = Map.of(
            Deed.AGREES_TARGETS, Set.of(Mark.TARGETS_PROPOSED),
            Deed.SHOWS_RESULT, Set.of(Mark.SCORED),
            Deed.ACCEPTS_BY_SILENCE, Set.of(Mark.SCORED),
            Deed.DECIDES_OBJECTION, Set.of(Mark.OBJECTED),
            Deed.JOINS_CALIBRATION, Set.of(Mark.SCORED),
            Deed.ANNOUNCES_CALIBRATION, Set.of(Mark.CALIBRATED),
            Deed.CONFIRMS, Set.of(Mark.SCORED),
            Deed.PLANS_FOLLOW_UP, Set.of(Mark.FOLLOW_UP_PROPOSED),
            Deed.DECIDES_REWARD, Set.of(Mark.NOMINATED));

    @Override
    public Rule rule() {
        return Rule.NOTHING_MISSING;
    }

    @Override
    public String source() {
        return "PermenPANRB 6/2022";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return act.kind() != Act.Kind.DONE || past.marks().containsAll(NEEDS.getOrDefault(act.deed(), Set.of()));
    }
}
