package id.laras.followup.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Names in {@code coaching.bpmn}. */
final class CoachingProcess {

    static final String KEY = ProcessModel.Keys.COACHING;

    private CoachingProcess() {}

    static final class Elements {
        static final String HOLD_COACHING = Step.HOLD_COACHING.task();

        private Elements() {}
    }
}
