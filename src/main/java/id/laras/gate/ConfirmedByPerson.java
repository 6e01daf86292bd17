package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** A person confirms each predicate before anything follows from it (docs/law.md#personal-data). */
final class ConfirmedByPerson implements Article {

    private static final Deed[] FOLLOWING = {
        Deed.PROPOSES_FOLLOW_UP, Deed.PLANS_FOLLOW_UP, Deed.CARRIES_OUT, Deed.NOMINATES, Deed.DECIDES_REWARD
    };

    @Override
    public Rule rule() {
        return Rule.CONFIRMED_BY_PERSON;
    }

    @Override
    public String source() {
        return "UU 27/2022 pasal 10";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return switch (act.kind()) {
            case DONE -> !act.is(FOLLOWING) || past.has(Mark.CONFIRMED);
            case ENDED -> !past.has(Mark.RATED) || past.has(Mark.CONFIRMED);
            case LAPSED, UNDECLARED -> true;
        };
    }
}
