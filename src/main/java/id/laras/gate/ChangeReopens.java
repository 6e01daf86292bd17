package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** Whatever changes an accepted predicate opens the right to object again (docs/law.md#distribution). */
final class ChangeReopens implements Article {

    @Override
    public Rule rule() {
        return Rule.CHANGE_REOPENS;
    }

    @Override
    public String source() {
        return "PP 30/2019 pasal 59";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return !act.is(Deed.CONFIRMS) || !past.has(Mark.ACCEPTED_CHANGED);
    }
}
