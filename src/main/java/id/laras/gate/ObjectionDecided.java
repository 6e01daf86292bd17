package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** An objection is decided by a person: no silence upholds the result (docs/law.md#objection). */
final class ObjectionDecided implements Article {

    @Override
    public Rule rule() {
        return Rule.OBJECTION_DECIDED;
    }

    @Override
    public String source() {
        return "PP 30/2019 pasal 59";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return !act.is(Deed.CONFIRMS, Deed.ACCEPTS_BY_SILENCE) || !past.has(Mark.OBJECTED);
    }
}
