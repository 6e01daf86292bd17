package id.laras.followup.process;

/** Names in {@code reward.bpmn}. */
final class RewardProcess {

    static final String KEY = "Reward";

    private RewardProcess() {}

    static final class Elements {
        static final String NOMINATE_REWARD = "UserTask_NominateReward";
        static final String DECIDE_REWARD = "UserTask_DecideReward";

        private Elements() {}
    }

    static final class Variables {
        static final String REWARD_GRANTED = "rewardGranted";

        private Variables() {}
    }
}
