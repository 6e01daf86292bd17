package id.laras.followup.process;

/** Names in {@code coaching.bpmn}. */
final class CoachingProcess {

    static final String KEY = "Coaching";

    private CoachingProcess() {}

    static final class Elements {
        static final String HOLD_COACHING = "UserTask_HoldCoaching";

        private Elements() {}
    }
}
