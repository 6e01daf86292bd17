package id.laras.gate;

import id.laras.gate.Past.Mark;
import id.laras.steps.Deed;

/** A person plans or declines each follow-up: nothing is carried out, and no evaluation ends, without, nor with a reward that nobody decided on (docs/law.md#follow-up). */
final class FollowUpByPerson implements Article {

    @Override
    public Rule rule() {
        return Rule.FOLLOW_UP_BY_PERSON;
    }

    @Override
    public String source() {
        return "UU 27/2022 pasal 10";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return switch (act.kind()) {
            case DONE -> !act.is(Deed.CARRIES_OUT, Deed.NOMINATES) || past.has(Mark.FOLLOW_UP_PLANNED);
            case ENDED -> !past.has(Mark.CONFIRMED) || past.has(Mark.FOLLOW_UP_PLANNED) && !past.has(Mark.NOMINATED);
            case LAPSED, UNDECLARED -> true;
        };
    }
}
