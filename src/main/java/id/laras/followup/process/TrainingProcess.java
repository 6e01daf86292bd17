package id.laras.followup.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Names in {@code training.bpmn}. */
final class TrainingProcess {

    static final String KEY = ProcessModel.Keys.TRAINING;

    private TrainingProcess() {}

    static final class Elements {
        static final String CONFIRM_TRAINING = Step.CONFIRM_TRAINING.task();

        private Elements() {}
    }
}
