package id.laras.gate;

/** What a model can be refused for. */
enum Rule {
    /** Some run waits for a token that cannot come. */
    STUCK,
    /** Some run goes on for ever and cannot reach an end any more. */
    ENDLESS,
    /** Two tokens on one flow, or one step begun a second time while it runs, without multi-instance. */
    TWO_TOKENS,
    /** No run ever comes here. */
    DEAD_STEP,
    /** No condition holds and there is no default flow. */
    NO_WAY,
    /** An error ends a model that nobody calls, or passes every caller. */
    ERROR_UNCAUGHT,
    /** A model calls itself, directly or by way of others. */
    CALLS_ITSELF,
    MODEL_MISSING,
    /** Two models of the book have the same id. */
    MODEL_TWICE,
    LINK_MISSING,
    NO_START,
    /** An element whose meaning the prover does not know. */
    NOT_KNOWN,
    /** The bound was reached before every state was seen: nothing is proved. */
    TOO_LARGE,

    // Of the law: each is told by the Article of the same name.
    TARGETS_FIRST,
    RATED_BY_PERSON,
    SHOWN_BEFORE_FINAL,
    OBJECTION_DAYS,
    OBJECTION_DECIDED,
    DECIDER_NEVER_RATED,
    CHANGE_REOPENS,
    CONFIRMED_BY_PERSON,
    FOLLOW_UP_BY_PERSON,
    FINAL_STAYS,
    NOTHING_MISSING,
    WHOSE_TASK,
    UNDECLARED
}
