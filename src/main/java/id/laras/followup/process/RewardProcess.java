package id.laras.followup.process;

import id.laras.steps.ProcessModel;
import id.laras.steps.Step;

/** Names in {@code reward.bpmn}. */
final class RewardProcess {

    static final String KEY = ProcessModel.Keys.REWARD;

    private RewardProcess() {}

    static final class Elements {
        static final String NOMINATE_REWARD = Step.NOMINATE_REWARD.task();
        static final String DECIDE_REWARD = Step.DECIDE_REWARD.task();

        private Elements() {}
    }

    static final class Variables {
        static final String REWARD_GRANTED = "rewardGranted";

        private Variables() {}
    }
}
