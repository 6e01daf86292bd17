package id.laras.followup;

import id.laras.cycle.EvaluationId;
import id.laras.evidence.EvidenceService;
import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans trainings and coaching after the result, and keeps what came of them. */
@Service
@Transactional
public class FollowUpService {

    private final FollowUps followUps;
    private final Trainings trainings;
    private final Coachings coachings;
    private final Rewards rewards;
    private final EvidenceService evidence;
    private final FollowUpSettings settings;
    private final Clock clock;

    FollowUpService(
            FollowUps followUps,
            Trainings trainings,
            Coachings coachings,
            Rewards rewards,
            EvidenceService evidence,
            FollowUpSettings settings,
            Clock clock) {
        this.followUps = followUps;
        this.trainings = trainings;
        this.coachings = coachings;
        this.rewards = rewards;
        this.evidence = evidence;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps what the table proposes, for a person to decide on. */
    public void propose(EvaluationId id, List<Proposal> proposals) {
        followUps.save(new FollowUp(id.value(), proposals));
    }

    /** What the table proposed. */
    @Transactional(readOnly = true)
    public List<Proposal> proposals(EvaluationId id) {
        return followUps.findById(id.value()).map(FollowUp::proposals).orElse(List.of());
    }

    /** @return the catalogue in the reader's language */
    public List<FollowUpSettings.Offer> catalogue(Locale locale) {
        return settings.catalogue().stream().map(offer -> offer.in(locale)).toList();
    }

    /**
     * A person plans what follows; nothing at all is a plan too.
     *
     * @throws Refusal when a training is not in the catalogue, or a goal, a topic or a date is missing or past
     */
    public void plan(EvaluationId id, DevelopmentPlan plan, String by) {
        var today = LocalDate.now(clock);
        Refusal.ifAny(FollowUpRules.plan(plan, settings, today));
        var followUp = followUps.findById(id.value()).orElseThrow();
        followUp.plan(plan.reward(), plan.note(), by, clock.instant());
        for (var order : plan.trainings()) {
            var title = settings.training(order.code()).orElseThrow().title();
            trainings.save(new PlannedTraining(id.value(), title, order, today));
        }
        if (plan.coaching() != null) {
            coachings.save(new PlannedCoaching(id.value(), plan.coaching()));
        }
    }

    /** The trainings planned for this employee, titles in the reader's language. */
    @Transactional(readOnly = true)
    public List<FollowUpView.Training> trainings(EvaluationId id, Locale locale) {
        return trainings.findByEvaluationIdOrderByDueOnAscTitleAsc(id.value()).stream()
                .map(training -> training.view(settings.title(training.code(), training.title(), locale)))
                .toList();
    }

    /**
     * The employee reports every planned training as completed.
     *
     * @throws Refusal when one is missing, has no proof, or a date that cannot be
     */
    public void completeTrainings(EvaluationId id, List<TrainingReport> reports) {
        var planned = trainings.findByEvaluationIdOrderByDueOnAscTitleAsc(id.value());
        var problems = new ArrayList<>(FollowUpRules.reports(planned, reports, LocalDate.now(clock)));
        for (var report : reports) {
            problems.addAll(evidence.problems(id, report.proof()));
        }
        Refusal.ifAny(problems);
        var byId = reports.stream().collect(Collectors.toMap(TrainingReport::id, report -> report));
        planned.forEach(training -> training.complete(byId.get(training.id())));
    }

    /** The coaching that was planned, empty when none was. */
    @Transactional(readOnly = true)
    public Optional<FollowUpView.Coaching> coaching(EvaluationId id) {
        return coachings.findById(id.value()).map(PlannedCoaching::view);
    }

    /** @throws Refusal when the day lies in the future or the notes are missing */
    public void holdCoaching(EvaluationId id, CoachingRecord held, String by) {
        Refusal.ifAny(FollowUpRules.held(held, LocalDate.now(clock)));
        coachings.findById(id.value()).orElseThrow().hold(held, by);
    }

    /** What follows this evaluation, titles in Indonesian; empty before its result is final. */
    @Transactional(readOnly = true)
    public Optional<FollowUpView> find(EvaluationId id) {
        return followUps
                .findById(id.value())
                .map(followUp -> new FollowUpView(
                        followUp.proposals(),
                        followUp.plannedBy(),
                        followUp.plannedAt(),
                        followUp.note(),
                        trainings.findByEvaluationIdOrderByDueOnAscTitleAsc(id.value()).stream()
                                .map(training -> training.view(training.title()))
                                .toList(),
                        coaching(id).orElse(null),
                        followUp.rewardProposed(),
                        rewards.findById(id.value())
                                .map(reward -> reward.view(reward.title()))
                                .orElse(null)));
    }
}
