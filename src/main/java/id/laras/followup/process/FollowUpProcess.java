package id.laras.followup.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Names in {@code follow-up.bpmn}. */
final class FollowUpProcess {

    static final String KEY = ProcessModel.Keys.FOLLOW_UP;

    private FollowUpProcess() {}

    static final class Elements {
        static final String PLAN_DEVELOPMENT = Step.PLAN_DEVELOPMENT.task();

        private Elements() {}
    }

    static final class Variables {
        static final String TRAINING_PLANNED = "trainingPlanned";
        static final String COACHING_PLANNED = "coachingPlanned";
        /** Last second of the last day that was planned, of all trainings; ISO text with offset. */
        static final String TRAINING_UNTIL = "trainingUntil";
        /** Likewise. */
        static final String COACHING_UNTIL = "coachingUntil";

        static final String REWARD_PROPOSED = "rewardProposed";

        private Variables() {}
    }

    static final class Decisions {
        /** Which measures are proposed. */
        static final String PROPOSAL = "FollowUpProposal";

        private Decisions() {}
    }
}
