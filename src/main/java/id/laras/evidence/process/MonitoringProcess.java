package id.laras.evidence.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/**
 * What Java and {@code monitoring.bpmn} call each other's things. The event sub-process that revises targets belongs to
 * the target room.
 */
public final class MonitoringProcess {

    public static final String KEY = ProcessModel.Keys.MONITORING;

    private MonitoringProcess() {}

    /** Ids in the model. */
    public static final class Elements {
        public static final String START = "StartEvent_MonitoringStarted";
        public static final String EXECUTION = "SubProcess_Execution";
        public static final String EXECUTION_STARTED = "StartEvent_ExecutionStarted";
        public static final String PLAN_CHECK_IN = "ServiceTask_PlanCheckIn";
        public static final String CHECK_IN_PLANNED = "Gateway_CheckInPlanned";
        public static final String CHECK_IN_DUE = "TimerCatch_CheckInDue";
        public static final String CHECK_IN = Step.CHECK_IN.task();
        public static final String GIVE_CHECK_IN_FEEDBACK = Step.GIVE_CHECK_IN_FEEDBACK.task();
        public static final String ASSESSMENT_AWAITED = "TimerCatch_AssessmentOpens";
        public static final String EXECUTION_ENDED = "EndEvent_ExecutionEnded";
        public static final String ASSESSMENT_OPENS = "BoundaryTimer_AssessmentOpens";
        public static final String MONITORING_ENDED = "EndEvent_MonitoringEnded";
        public static final String ASSESSMENT_OPENED = "EndEvent_AssessmentOpened";

        private Elements() {}
    }

    /** Process variables. */
    public static final class Variables {
        /** Whether another check-in is due before the assessment opens (boolean). */
        public static final String CHECK_IN_PLANNED = "checkInPlanned";
        /** Start of its day, ISO with offset. */
        public static final String NEXT_CHECK_IN = "nextCheckIn";

        private Variables() {}
    }
}
