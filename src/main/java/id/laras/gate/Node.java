package id.laras.gate;

/** An element that tokens pass. */
sealed interface Node {

    String id();

    record Start(String id) implements Node {}

    /**
     * @param plain nothing listens to it that could set a flag
     */
    record Gateway(String id, Split split, boolean plain) implements Node {}

    /** An intermediate event that is waited for: a timer, a message, the far side of a link. */
    record Catch(String id) implements Node {}

    /**
     * @param thrown an escalation, else null
     */
    record Throw(String id, Trigger thrown) implements Node {}

    /**
     * @param thrown an error or an escalation, else null
     */
    record End(String id, Trigger thrown, boolean terminates) implements Node {}

    record Boundary(String id, String host, Trigger trigger, boolean interrupting) implements Node {}

    /**
     * A task, a sub-process or a call.
     *
     * @param body of a sub-process, else null
     * @param called id of the called process, else null
     * @param optional there may be no instance of it at all
     */
    record Step(String id, Work work, Scope body, String called, Instances instances, boolean optional)
            implements Node {}

    record EventScope(String id, Scope body, Trigger trigger, boolean interrupting) implements Node {}

    enum Split {
        ONE,
        ALL,
        SOME,
        FIRST_EVENT
    }

    enum Work {
        /** Java or a person does it and may throw whatever is caught. */
        DONE,
        RECEIVES,
        PASSES,
        INNER
    }

    enum Instances {
        ONE,
        MANY,
        /** Many with a completion condition: the rest may be given up. */
        UNTIL_ENOUGH
    }
}
