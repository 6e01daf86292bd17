package id.laras.audit;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.Basis;
import id.laras.assessment.Score;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationService;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Predicate;
import id.laras.cycle.Stage;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells HR and auditors what happened to an evaluation, and notes down that they asked. */
@Service
@Transactional
public class TimelineService {

    static final String READ = "audit.read";

    private final Trail trail;
    private final Evaluations evaluations;
    private final EvaluationService recorder;
    private final TargetService targets;
    private final AssessmentService assessments;
    private final Accounts accounts;
    private final AnswerReader reader;
    private final MessageSource messages;

    TimelineService(
            Trail trail,
            Evaluations evaluations,
            EvaluationService recorder,
            TargetService targets,
            AssessmentService assessments,
            Accounts accounts,
            AnswerReader reader,
            MessageSource messages) {
        this.trail = trail;
        this.evaluations = evaluations;
        this.recorder = recorder;
        this.targets = targets;
        this.assessments = assessments;
        this.accounts = accounts;
        this.reader = reader;
        this.messages = messages;
    }

    /**
     * The timeline as this person may see it. An opinion about a colleague shows neither its author nor its words,
     * except to an auditor; and never to the person it is about, auditor or not.
     *
     * @return empty when there is no such evaluation, or none that this person may know of
     */
    public Optional<Timeline> timeline(Actor actor, EvaluationId id, Locale locale) {
        if (!actor.is(Role.HR) && !actor.is(Role.AUDITOR)) {
            return Optional.empty();
        }
        return evaluations.findById(id.value()).filter(it -> shown(it, actor)).map(evaluation -> {
            recorder.record(id, READ, actor.account(), null);
            return read(evaluation, actor, locale);
        });
    }

    /** Nobody reads his own rating here before it is shown to him, whatever he works as. */
    private static boolean shown(Evaluation evaluation, Actor actor) {
        return !actor.account().equals(evaluation.employee())
                || evaluation.stage().compareTo(Stage.OBJECTION) >= 0;
    }

    private Timeline read(Evaluation evaluation, Actor actor, Locale locale) {
        var id = evaluation.id();
        var entries = trail.findByEvaluationIdOrderById(id.value());
        var plans = targets.versions(id);
        var scores = assessments.versions(id);
        var people = namesOfPeople(entries, scores);
        var names = namesOfRows(plans);
        var opinions = actor.is(Role.AUDITOR) && !actor.account().equals(evaluation.employee());
        return new Timeline(
                id.value(),
                evaluation.employeeName(),
                evaluation.employeeNip(),
                evaluation.position(),
                evaluation.unitName(),
                evaluation.cycle().name(),
                entries.stream()
                        .map(entry -> entry(entry, entry.confidential() && !opinions, people, names, locale))
                        .toList(),
                versions("audit.version.plan", plans, names, locale),
                versions("audit.version.score", scores(scores, people), names, locale));
    }

    private Timeline.Entry entry(
            TrailEntry entry, boolean hidden, Map<String, String> people, Map<String, String> names, Locale locale) {
        return new Timeline.Entry(
                entry.recordedAt(),
                reader.time(entry.recordedAt(), locale),
                label(entry, locale),
                entry.kind(),
                hidden ? null : actor(entry, people, locale),
                hidden ? List.of() : reader.read(entry.answer(), names, locale),
                hidden ? null : entry.answer(),
                hidden);
    }

    private String label(TrailEntry entry, Locale locale) {
        var prefix = entry.kind() == TrailKind.STEP ? "audit.step." : "audit.event.";
        return messages.getMessage(prefix + entry.what(), null, entry.what(), locale);
    }

    private String actor(TrailEntry entry, Map<String, String> people, Locale locale) {
        return entry.actor() == null
                ? messages.getMessage("audit.system", null, locale)
                : people.getOrDefault(entry.actor(), entry.actor());
    }

    private List<Timeline.Version> versions(String key, List<?> values, Map<String, String> names, Locale locale) {
        return Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                .map(i -> new Timeline.Version(
                        messages.getMessage(key, new Object[] {i + 1}, locale),
                        reader.readValue(values.get(i), names, locale)))
                .toList();
    }

    private List<ScoreVersion> scores(List<Score> scores, Map<String, String> people) {
        return scores.stream()
                .map(score -> new ScoreVersion(
                        score.predicate(),
                        score.total(),
                        score.basis(),
                        score.calculatedAt(),
                        people.getOrDefault(score.decidedBy(), score.decidedBy()),
                        score.reason()))
                .toList();
    }

    private Map<String, String> namesOfPeople(List<TrailEntry> entries, List<Score> scores) {
        var known = Stream.concat(
                        entries.stream().map(TrailEntry::actor), scores.stream().map(Score::decidedBy))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return accounts.findAllById(known).stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }

    private static Map<String, String> namesOfRows(List<Plan> plans) {
        var names = new HashMap<String, String>();
        for (var plan : plans) {
            for (var result : plan.results()) {
                names.put(result.id(), result.title());
                result.indicators().forEach(indicator -> names.put(indicator.id(), indicator.name()));
            }
        }
        return names;
    }

    record ScoreVersion(
            Predicate predicate, BigDecimal total, Basis basis, Instant calculatedAt, String by, String reason) {}
}
