package id.laras.gate;

import id.laras.steps.Deed;

/** Whoever rated, or is rated, never decides the objection (docs/law.md#objection): the model gives it to the superior, or to a group. */
final class DeciderNeverRated implements Article {

    @Override
    public Rule rule() {
        return Rule.DECIDER_NEVER_RATED;
    }

    @Override
    public String source() {
        return "PP 30/2019 pasal 59";
    }

    @Override
    public boolean allows(Act act, Past past) {
        return !act.is(Deed.DECIDES_OBJECTION)
                || !act.doers().isEmpty() && act.doers().stream().allMatch(doer -> mayDecide(doer, past));
    }

    /** Of a group, Java lets in only people whom the law allows. */
    private static boolean mayDecide(String doer, Past past) {
        return doer.equals(WhoseTask.SUPERIOR) && !past.ratedBy().contains(doer) || doer.startsWith(Meaning.GROUP);
    }
}
