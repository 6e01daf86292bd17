package id.laras.steps;

import java.util.Arrays;
import java.util.Optional;

/** The models that Laras runs, by the key of their process; the files stand in {@code processes/}. */
public enum ProcessModel {
    EVALUATION(Keys.EVALUATION),
    TARGET_SETTING(Keys.TARGET_SETTING),
    MONITORING(Keys.MONITORING),
    ASSESSMENT(Keys.ASSESSMENT),
    OBJECTION(Keys.OBJECTION),
    CALIBRATION(Keys.CALIBRATION, false),
    FOLLOW_UP(Keys.FOLLOW_UP),
    TRAINING(Keys.TRAINING),
    COACHING(Keys.COACHING),
    REWARD(Keys.REWARD),
    HAND_OVER(Keys.HAND_OVER),
    SUBSTITUTION(Keys.SUBSTITUTION, false),
    ERASURE(Keys.ERASURE, false);

    /** The step of {@code assessment.bpmn} that reckons the score, in a transaction of its own: the cycle waits for it too. */
    public static final String CALCULATE_SCORE = "ServiceTask_CalculateScore";

    /** As annotations need them. */
    public static final class Keys {

        public static final String EVALUATION = "Evaluation";
        public static final String TARGET_SETTING = "TargetSetting";
        public static final String MONITORING = "Monitoring";
        public static final String ASSESSMENT = "Assessment";
        public static final String OBJECTION = "Objection";
        public static final String CALIBRATION = "Calibration";
        public static final String FOLLOW_UP = "FollowUp";
        public static final String TRAINING = "Training";
        public static final String COACHING = "Coaching";
        public static final String REWARD = "Reward";
        public static final String HAND_OVER = "HandOver";
        public static final String SUBSTITUTION = "Substitution";
        public static final String ERASURE = "Erasure";

        private Keys() {}
    }

    private final String key;
    private final boolean ofOneEvaluation;

    ProcessModel(String key) {
        this(key, true);
    }

    ProcessModel(String key, boolean ofOneEvaluation) {
        this.key = key;
        this.ofOneEvaluation = ofOneEvaluation;
    }

    /** Key of the process definition. */
    public String key() {
        return key;
    }

    /** Whether the business key of its instances is the id of one evaluation. */
    public boolean isOfOneEvaluation() {
        return ofOneEvaluation;
    }

    /** Whether something in it is for nobody but who did it: its tasks tell who was asked for an opinion, and when they gave it. */
    public boolean isConfidential() {
        return Arrays.stream(Step.values()).anyMatch(step -> step.model() == this && step.confidential());
    }

    /** @return empty for a model that is not one of Laras's own */
    public static Optional<ProcessModel> of(String key) {
        return Arrays.stream(values()).filter(model -> model.key.equals(key)).findFirst();
    }
}
