package id.laras.target.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** What Java and {@code target-setting.bpmn} call each other's things. */
public final class TargetSettingProcess {

    public static final String KEY = ProcessModel.Keys.TARGET_SETTING;

    private TargetSettingProcess() {}

    /** Ids in the model. */
    public static final class Elements {
        public static final String START = "StartEvent_TargetSettingStarted";
        public static final String DRAFT_TARGETS = Step.DRAFT_TARGETS.task();
        public static final String APPROVE_TARGETS = Step.APPROVE_TARGETS.task();
        public static final String TARGETS_APPROVED = "Gateway_TargetsApproved";
        public static final String END = "EndEvent_TargetsApproved";

        private Elements() {}
    }

    /** Process variables. */
    public static final class Variables {
        /** Whether the assessor approved (boolean). */
        public static final String TARGETS_APPROVED = "targetsApproved";

        private Variables() {}
    }
}
