package id.laras.objection.process;

import id.laras.engine.AccountVariables;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Passport of {@code objection.bpmn}. */
public final class ObjectionProcess {

    public static final String KEY = ProcessModel.Keys.OBJECTION;

    private ObjectionProcess() {}

    /** Ids in the model. */
    public static final class Elements {

        public static final String RESULT_SHOWN = "StartEvent_ResultShown";
        public static final String REVIEW_RESULT = Step.REVIEW_RESULT.task();
        public static final String SILENCE_ACCEPTS = "BoundaryTimer_SilenceAccepts";
        public static final String ACCEPT_BY_SILENCE = "ServiceTask_AcceptBySilence";
        public static final String ACCEPTED_BY_SILENCE = "EndEvent_AcceptedBySilence";
        public static final String RESULT_ACCEPTED = "EndEvent_ResultAccepted";
        public static final String DECIDE_OBJECTION = Step.DECIDE_OBJECTION.task();
        public static final String DECISION_LATE = "BoundaryTimer_DecisionLate";
        public static final String ESCALATE_OBJECTION = "ServiceTask_EscalateObjection";
        public static final String OBJECTION_ESCALATED = "EndEvent_ObjectionEscalated";
        public static final String RECALCULATE_SCORE = "ServiceTask_RecalculateScore";
        public static final String RESULT_CHANGED = "EndEvent_ResultChanged";
        public static final String RESULT_UPHELD = "EndEvent_ResultUpheld";

        private Elements() {}
    }

    /** Variables that the model reads; the two flags are set by the steps. */
    public static final class Variables {

        public static final String EMPLOYEE = AccountVariables.EMPLOYEE;
        public static final String SUPERIOR = AccountVariables.SUPERIOR;
        public static final String OBJECTION_PERIOD = "objectionPeriod";
        public static final String DECISION_PERIOD = "decisionPeriod";
        public static final String OBJECTION_RAISED = "objectionRaised";
        public static final String RESULT_CHANGED = "resultChanged";

        private Variables() {}
    }
}
