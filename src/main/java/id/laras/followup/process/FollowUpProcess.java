package id.laras.followup.process;

/** Names in {@code follow-up.bpmn}. */
final class FollowUpProcess {

    static final String KEY = "FollowUp";

    /** Table that proposes measures. */
    static final String PROPOSAL = "FollowUpProposal";

    private FollowUpProcess() {}

    static final class Elements {
        static final String PLAN_DEVELOPMENT = "UserTask_PlanDevelopment";

        private Elements() {}
    }

    static final class Variables {
        static final String TRAINING_PLANNED = "trainingPlanned";
        static final String COACHING_PLANNED = "coachingPlanned";
        static final String REWARD_PROPOSED = "rewardProposed";

        private Variables() {}
    }
}
