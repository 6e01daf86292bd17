package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** The employee has seen the latest result before it is final (docs/law.md#objection). */
final class ShownBeforeFinal implements Article {

    @Override
    public Rule rule() {
        return Rule.SHOWN_BEFORE_FINAL;
    }

    @Override
    public String source() {
        return "PP 30/2019 pasal 59";
    }

    @Override
    public boolean allows(Act act, Past past) {
        // An objection that is open, and a change that was not shown, are broken rules of their own.
        return !act.is(Deed.CONFIRMS)
                || past.has(Mark.SHOWN)
                || past.has(Mark.ACCEPTED_CHANGED)
                || past.has(Mark.OBJECTED);
    }
}
