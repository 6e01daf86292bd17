package id.laras.followup;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.rules.Refusal;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Nominations for a reward, and HR's decision on them. */
@Service
@Transactional
public class RewardService {

    private final Rewards rewards;
    private final EvaluationLookup evaluations;
    private final FollowUpSettings settings;
    private final StoodIn stoodIn;
    private final Clock clock;

    RewardService(
            Rewards rewards, EvaluationLookup evaluations, FollowUpSettings settings, StoodIn stoodIn, Clock clock) {
        this.rewards = rewards;
        this.evaluations = evaluations;
        this.settings = settings;
        this.stoodIn = stoodIn;
        this.clock = clock;
    }

    /** @return the kinds of reward in the reader's language */
    public List<FollowUpSettings.Offer> kinds(Locale locale) {
        return settings.rewards().stream().map(offer -> offer.in(locale)).toList();
    }

    /** @throws Refusal when the kind is not on offer or the citation is missing */
    public void nominate(EvaluationId id, String kind, String citation, String by) {
        Refusal.ifAny(FollowUpRules.nomination(kind, citation, settings));
        rewards.save(new Reward(id.value(), settings.reward(kind).orElseThrow(), citation, by, clock.instant()));
    }

    /** The nomination with its title in the reader's language. */
    @Transactional(readOnly = true)
    public Optional<FollowUpView.Reward> find(EvaluationId id, Locale locale) {
        return rewards.findById(id.value())
                .map(reward -> reward.view(settings.title(reward.kind(), reward.title(), locale)));
    }

    /** @throws Refusal when the person who decides is the employee or had a hand in the nomination, or declines without a reason */
    public void decide(EvaluationId id, boolean granted, String reason, String by) {
        var reward = rewards.findById(id.value()).orElseThrow();
        var employee = evaluations.get(id).employee();
        var nominators = new HashSet<>(stoodIn.parties(id.value(), Step.NOMINATE_REWARD));
        nominators.add(reward.nominatedBy());
        Refusal.ifAny(FollowUpRules.decision(employee, nominators, by, granted, reason));
        reward.decide(granted, reason, by, clock.instant());
    }
}
