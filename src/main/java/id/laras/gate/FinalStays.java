package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** Nothing final is changed, be it confirmed or decided by the superior (docs/law.md#objection). */
final class FinalStays implements Article {

    private static final Deed[] CHANGING = {
        Deed.AGREES_TARGETS,
        Deed.RATES,
        Deed.SCORES,
        Deed.ACCEPTS,
        Deed.OBJECTS,
        Deed.ACCEPTS_BY_SILENCE,
        Deed.DECIDES_OBJECTION,
        Deed.CORRECTS_RATING,
        Deed.JOINS_CALIBRATION,
        Deed.CHANGES_ACCEPTED,
        Deed.CHANGES_UNACCEPTED,
        Deed.CONFIRMS
    };

    @Override
    public Rule rule() {
        return Rule.FINAL_STAYS;
    }

    @Override
    public String source() {
        return "PP 30/2019 pasal 59";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return !(past.has(Mark.CONFIRMED) && act.is(CHANGING)) && !(past.has(Mark.DECIDED) && act.is(Deed.RATES));
    }
}
