package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** Nobody is assessed by targets that were not agreed (docs/law.md#targets). */
final class TargetsFirst implements Article {

    @Override
    public Rule rule() {
        return Rule.TARGETS_FIRST;
    }

    @Override
    public String source() {
        return "PermenPANRB 6/2022";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return !act.is(Deed.GATHERS, Deed.RATES) || past.has(Mark.TARGETS_AGREED);
    }
}
