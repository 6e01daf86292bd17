package id.laras.steps;

/** What a step or a delegate does in the eyes of the law (docs/law.md). The gate proves the models by these, never by names. */
public enum Deed {
    /** Nothing that a rule of law waits for: it tells, asks, reports, reminds or notes. */
    INFORMS,
    /** Puts targets, or a revision of them, before the other side. */
    PROPOSES_TARGETS,
    /** The other side agrees: from here on these targets count. */
    AGREES_TARGETS,
    /** Collects what the assessment rests on: the employee's own view, opinions of colleagues. */
    GATHERS,
    /** A person judges the employee's work and behaviour. */
    RATES,
    /** Reckons a result from the latest rating. */
    SCORES,
    /** Puts the latest result before the employee, who may object as long as it lies there. */
    SHOWS_RESULT,
    /** The employee accepts the result that they are shown. */
    ACCEPTS,
    /** The employee objects to the result that they are shown. */
    OBJECTS,
    /** Notes that the employee let the period pass: the result counts as accepted. */
    ACCEPTS_BY_SILENCE,
    /** Decides the objection; the decision is final. */
    DECIDES_OBJECTION,
    /** The one who decides the objection rates anew; the score has to be reckoned again. */
    CORRECTS_RATING,
    /** Brings the result to the meeting of its unit. */
    JOINS_CALIBRATION,
    /** A person decides which predicates of a unit move. */
    CALIBRATES,
    /** Tells the evaluations of a unit what was decided. */
    ANNOUNCES_CALIBRATION,
    /** Gives the evaluation another predicate than the one that the employee had accepted. */
    CHANGES_ACCEPTED,
    /** Leaves an accepted predicate as it is, but may change one that nobody has accepted. */
    CHANGES_UNACCEPTED,
    /** A person confirms the predicate and makes it final. */
    CONFIRMS,
    /** Proposes what may follow from the final result. */
    PROPOSES_FOLLOW_UP,
    /** A person plans or declines what was proposed. */
    PLANS_FOLLOW_UP,
    /** Carries out a measure that was planned. */
    CARRIES_OUT,
    /** A person proposes a reward. */
    NOMINATES,
    /** A person grants or declines the reward that was proposed. */
    DECIDES_REWARD,
    /** Keeps tasks or data in order, for no evaluation in particular. */
    ADMINISTERS
}
