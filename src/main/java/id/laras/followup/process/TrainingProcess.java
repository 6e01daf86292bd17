package id.laras.followup.process;

/** Names in {@code training.bpmn}. */
final class TrainingProcess {

    static final String KEY = "Training";

    private TrainingProcess() {}

    static final class Elements {
        static final String CONFIRM_TRAINING = "UserTask_ConfirmTraining";

        private Elements() {}
    }
}
