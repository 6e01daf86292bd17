package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/**
 * The employee may object for as many days as the law gives: no finality, and no acceptance by silence, before they have answered or
 * these days are over; and neither the due date nor the timer of the task cuts them short (docs/law.md#objection).
 */
final class ObjectionDays implements Article {

    private final int days;

    ObjectionDays(int days) {
        this.days = days;
    }

    @Override
    public Rule rule() {
        return Rule.OBJECTION_DAYS;
    }

    @Override
    public String source() {
        return "PP 30/2019 pasal 59";
    }

    @Override
    public boolean allows(Act act, Past past) {
        if (act.is(Deed.SHOWS_RESULT)) {
            return act.days() >= days;
        }
        var waited = past.has(Mark.SHOWN) && past.days() >= days;
        if (act.is(Deed.ACCEPTS_BY_SILENCE)) {
            return waited || past.has(Mark.OBJECTED);
        }
        var answered = past.has(Mark.ACCEPTED) || past.has(Mark.DECIDED);
        // An objection that is open, and a change that was not shown, are broken rules of their own.
        var ofAnother = past.has(Mark.OBJECTED) || past.has(Mark.ACCEPTED_CHANGED);
        return !act.is(Deed.CONFIRMS) || answered || waited || ofAnother;
    }
}
