package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** A score is reckoned from the rating of a person (docs/law.md#personal-data). */
final class RatedByPerson implements Article {

    @Override
    public Rule rule() {
        return Rule.RATED_BY_PERSON;
    }

    @Override
    public String source() {
        return "UU 27/2022 pasal 10";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return !act.is(Deed.SCORES) || past.has(Mark.RATED);
    }
}
