package id.laras.assessment.process;

import id.laras.engine.AccountVariables;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Passport of {@code assessment.bpmn}. */
public final class AssessmentProcess {

    public static final String KEY = ProcessModel.Keys.ASSESSMENT;

    private AssessmentProcess() {}

    /** Ids in the model. */
    public static final class Elements {

        public static final String STARTED = "StartEvent_AssessmentStarted";
        public static final String ASSESS_SELF = Step.ASSESS_SELF.task();
        public static final String ASSESSMENT_DUE = "BoundaryTimer_AssessmentDue";
        public static final String GIVE_FEEDBACK = Step.GIVE_FEEDBACK.task();
        public static final String FEEDBACK_CLOSES = "BoundaryTimer_FeedbackCloses";
        public static final String FEEDBACK_COMPLETE = "TimerCatch_FeedbackCloses";
        public static final String RATE_EMPLOYEE = Step.RATE_EMPLOYEE.task();
        public static final String CALCULATE_SCORE = ProcessModel.CALCULATE_SCORE;
        public static final String SCORED = "EndEvent_AssessmentScored";

        private Elements() {}
    }

    /** Variables that the model reads. */
    public static final class Variables {

        public static final String EMPLOYEE = AccountVariables.EMPLOYEE;
        public static final String ASSESSOR = AccountVariables.ASSESSOR;
        public static final String COLLEAGUES_INVITED = "colleaguesInvited";
        public static final String INVITATION = "invitation";
        public static final String FEEDBACK_CLOSES = "feedbackCloses";
        public static final String ASSESSMENT_DUE = "assessmentDue";

        private Variables() {}
    }

    /** Tables that the score is looked up in. */
    public static final class Decisions {

        public static final String QUADRANT_PREDICATE = "QuadrantPredicate";
        public static final String NUMERIC_PREDICATE = "NumericPredicate";

        private Decisions() {}
    }
}
