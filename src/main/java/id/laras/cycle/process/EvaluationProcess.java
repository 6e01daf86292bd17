package id.laras.cycle.process;

import id.laras.engine.AccountVariables;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Passport of {@code evaluation.bpmn}: one employee in one cycle; the business key is the evaluation id. */
public final class EvaluationProcess {

    public static final String KEY = ProcessModel.Keys.EVALUATION;

    private EvaluationProcess() {}

    public static final class Elements {

        public static final String TARGET_SETTING = "CallActivity_TargetSetting";
        public static final String MONITORING = "CallActivity_Monitoring";
        public static final String ASSESSMENT = "CallActivity_Assessment";
        public static final String OBJECTION = "CallActivity_Objection";
        public static final String JOIN_CALIBRATION = "ServiceTask_JoinCalibration";
        public static final String SECOND_OBJECTION = "CallActivity_SecondObjection";
        public static final String CONFIRM_RESULT = Step.CONFIRM_RESULT.task();
        public static final String FOLLOW_UP = "CallActivity_FollowUp";
        public static final String CLOSED = "EndEvent_EvaluationClosed";

        private Elements() {}
    }

    public static final class Variables {

        /** Accounts. */
        public static final String EMPLOYEE = AccountVariables.EMPLOYEE;

        public static final String ASSESSOR = AccountVariables.ASSESSOR;

        /** Null when the assessor has no superior: HR decides the objection then. */
        public static final String SUPERIOR = AccountVariables.SUPERIOR;

        public static final String EMPLOYEE_NAME = "employeeName";

        /** Instants as ISO text with offset. */
        public static final String TARGETS_DUE = "targetsDue";

        public static final String ASSESSMENT_OPENS = "assessmentOpens";
        public static final String FEEDBACK_CLOSES = "feedbackCloses";
        public static final String ASSESSMENT_DUE = "assessmentDue";

        /** ISO periods. */
        public static final String OBJECTION_PERIOD = "objectionPeriod";

        public static final String DECISION_PERIOD = "decisionPeriod";

        private Variables() {}
    }
}
