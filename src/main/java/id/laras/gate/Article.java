package id.laras.gate;

/** One rule of law that every path has to keep; docs/law.md says where it comes from. */
interface Article {

    Rule rule();

    /** As people cite it. */
    String source();

    /** Whether the act may happen after what happened before it. */
    boolean allows(Act act, Past past);
}
