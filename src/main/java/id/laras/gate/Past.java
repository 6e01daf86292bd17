package id.laras.gate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What has happened to an evaluation so far, as far as the law asks.
 *
 * @param ratedBy the people to whom the models gave the ratings, see {@link Meaning}
 * @param days   for how long at once the latest result lay before the employee without an answer; as far as the law asks
 */
record Past(Set<Mark> marks, Set<String> ratedBy, int days) {

    enum Mark {
        TARGETS_PROPOSED,
        TARGETS_AGREED,
        RATED,
        /** The latest rating is in the score. */
        SCORED,
        /** The latest result was put before the employee. */
        SHOWN,
        /** The employee accepts the latest result, by word or by silence. */
        ACCEPTED,
        /** The employee objects, and nobody has decided. */
        OBJECTED,
        /** An objection was decided: the result is final in the matter. */
        DECIDED,
        /** What the employee had accepted was changed, and they have not seen it yet. */
        ACCEPTED_CHANGED,
        CONFIRMED,
        FOLLOW_UP_PROPOSED,
        FOLLOW_UP_PLANNED,
        /** A reward was proposed, and nobody has decided on it. */
        NOMINATED,
        CALIBRATED
    }

    static final Past NOTHING = new Past(Set.of(), Set.of(), 0);

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** Null when it cannot happen: nothing that was accepted is changed where nothing is. */
    Past after(Act act, int enough) {
        return switch (act.kind()) {
            case DONE -> afterDeed(act);
            case LAPSED -> new Past(marks, ratedBy, Math.max(days, Math.min(enough, act.days())));
            case ENDED, UNDECLARED -> this;
        };
    }

    private Past afterDeed(Act act) {
        return switch (act.deed()) {
            case PROPOSES_TARGETS -> with(Mark.TARGETS_PROPOSED);
            case AGREES_TARGETS -> with(Mark.TARGETS_AGREED);
            case RATES -> rated(act.doers());
            case CORRECTS_RATING -> with(Mark.RATED).without(Mark.SCORED);
            case SCORES -> scored();
            case SHOWS_RESULT -> with(Mark.SHOWN).without(Mark.ACCEPTED_CHANGED);
            case ACCEPTS -> with(Mark.ACCEPTED).without(Mark.OBJECTED);
            case OBJECTS -> with(Mark.OBJECTED).without(Mark.ACCEPTED);
            case ACCEPTS_BY_SILENCE -> has(Mark.OBJECTED) ? this : with(Mark.ACCEPTED);
            // Whatever was changed meanwhile, this is the last word on it.
            case DECIDES_OBJECTION -> with(Mark.DECIDED, Mark.SHOWN).without(Mark.OBJECTED, Mark.ACCEPTED_CHANGED);
            case CALIBRATES -> with(Mark.CALIBRATED);
            case CHANGES_ACCEPTED -> has(Mark.ACCEPTED) && !has(Mark.DECIDED) ? changed() : null;
            case CHANGES_UNACCEPTED -> has(Mark.ACCEPTED) || has(Mark.DECIDED) ? this : changed();
            case CONFIRMS -> closed();
            case PROPOSES_FOLLOW_UP -> with(Mark.FOLLOW_UP_PROPOSED).without(Mark.FOLLOW_UP_PLANNED);
            case PLANS_FOLLOW_UP -> with(Mark.FOLLOW_UP_PLANNED);
            case NOMINATES -> with(Mark.NOMINATED);
            case DECIDES_REWARD -> without(Mark.NOMINATED);
            case GATHERS, JOINS_CALIBRATION, ANNOUNCES_CALIBRATION, CARRIES_OUT, INFORMS, ADMINISTERS -> this;
        };
    }

    private Past rated(Set<String> by) {
        var all = new HashSet<>(ratedBy);
        all.addAll(by);
        return new Past(with(Mark.RATED).without(Mark.SCORED).marks, all, days);
    }

    private Past scored() {
        var after = with(Mark.SCORED);
        return has(Mark.DECIDED) ? after : after.changed();
    }

    /** Another result than the one that was shown. */
    private Past changed() {
        var after = has(Mark.ACCEPTED) ? with(Mark.ACCEPTED_CHANGED) : this;
        return new Past(after.without(Mark.SHOWN, Mark.ACCEPTED).marks, ratedBy, 0);
    }

    /** How it came to be final counts no more, so that all ways go on as one. */
    private Past closed() {
        var after = new Past(marks, ratedBy, 0).without(Mark.OBJECTED, Mark.DECIDED, Mark.ACCEPTED_CHANGED);
        return after.with(Mark.CONFIRMED, Mark.RATED, Mark.SCORED, Mark.SHOWN, Mark.ACCEPTED);
    }

    private Past with(Mark... more) {
        var all = EnumSet.noneOf(Mark.class);
        all.addAll(marks);
        all.addAll(Set.of(more));
        return new Past(all, ratedBy, days);
    }

    private Past without(Mark... fewer) {
        var all = EnumSet.noneOf(Mark.class);
        all.addAll(marks);
        all.removeAll(Set.of(fewer));
        return new Past(all, ratedBy, days);
    }
}
