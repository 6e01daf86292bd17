package id.laras.audit;

import com.fasterxml.jackson.databind.JsonNode;
import id.laras.assessment.AssessmentService;
import id.laras.assessment.Basis;
import id.laras.assessment.Score;
import id.laras.calibration.Meeting;
import id.laras.calibration.MeetingLookup;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Predicate;
import id.laras.cycle.Stage;
import id.laras.rules.ListQuery;
import id.laras.rules.Pages;
import id.laras.rules.PlainText;
import id.laras.rules.Rows;
import id.laras.security.Actor;
import id.laras.security.DeedPart;
import id.laras.security.Role;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import id.laras.steps.TrailEvent;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells HR and auditors what happened to an evaluation, and notes down that they asked. */
@Service
@Transactional
public class TimelineService {

    /** As late as a column of the database can say. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Trail trail;
    private final TrailRows rows;
    private final ClosingDays days;
    private final Evaluations evaluations;
    private final Cycles cycles;
    private final EvaluationRecorder recorder;
    private final TargetService targets;
    private final AssessmentService assessments;
    private final MeetingLookup meetings;
    private final EntryReader entries;
    private final AnswerReader reader;
    private final StoodIn stoodIn;
    private final MessageSource messages;

    TimelineService(
            Trail trail,
            TrailRows rows,
            ClosingDays days,
            Evaluations evaluations,
            Cycles cycles,
            EvaluationRecorder recorder,
            TargetService targets,
            AssessmentService assessments,
            MeetingLookup meetings,
            EntryReader entries,
            AnswerReader reader,
            StoodIn stoodIn,
            MessageSource messages) {
        this.trail = trail;
        this.rows = rows;
        this.days = days;
        this.evaluations = evaluations;
        this.cycles = cycles;
        this.recorder = recorder;
        this.targets = targets;
        this.assessments = assessments;
        this.meetings = meetings;
        this.entries = entries;
        this.reader = reader;
        this.stoodIn = stoodIn;
        this.messages = messages;
    }

    /**
     * The timeline as this person may see it. Who gave an opinion about a colleague is told to nobody. What they wrote
     * is told to an auditor only, and never to the person it is about, auditor or not.
     *
     * @return empty when there is no such evaluation, or none that this person may know of
     */
    public Optional<Part> timeline(Actor actor, EvaluationId id, TrailQuery sought, Pageable page, Locale locale) {
        return asked(actor, id).map(evaluation -> read(evaluation, actor, sought, page, locale));
    }

    /** As {@link #timeline(Actor, EvaluationId, TrailQuery, Pageable, Locale)}, for a file. */
    public Optional<Rows<Timeline.Entry>> rows(Actor actor, EvaluationId id, TrailQuery sought, Locale locale) {
        return asked(actor, id).map(evaluation -> {
            var sight = sight(evaluation, actor, namesOfRows(targets.versions(id)), locale);
            return rows(saying(sight, sought), sight);
        });
    }

    /** The whole timeline. */
    public Optional<Timeline> timeline(Actor actor, EvaluationId id, Locale locale) {
        return timeline(actor, id, TrailQuery.ALL, Pageable.unpaged(), locale).map(Part::timeline);
    }

    /**
     * A page of a timeline.
     *
     * @param entries those that the timeline holds, and how many there are
     */
    public record Part(Timeline timeline, Page<Timeline.Entry> entries) {}

    /**
     * Everything that happened to a person's own evaluations, with who looked at them (UU 27/2022 art. 32). What others
     * judged of the person is told once the person has been shown it; of opinions nothing is told, not even when they came.
     */
    public List<OwnEvaluation> own(Actor actor, Locale locale) {
        return evaluations.findByEmployeeOrderByCycleFirstDayDesc(actor.account()).stream()
                .map(evaluation -> new OwnEvaluation(
                        evaluation.id().value(),
                        evaluation.cycle().name(),
                        shown(evaluation, actor)
                                ? read(evaluation, actor, TrailQuery.ALL, Pageable.unpaged(), locale)
                                        .timeline()
                                        .withoutOpinions()
                                : null))
                .toList();
    }

    /**
     * What a person wrote in forms and comments, opinions too: their own words, for themselves only.
     *
     * @return the newest first; nothing that {@link #own} tells of
     */
    public List<GivenAnswer> given(Actor actor, Locale locale) {
        var answers = trail.findByActorAndKindInOrderByRecordedAtDescIdDesc(
                actor.account(), Set.of(TrailKind.STEP, TrailKind.COMMENT));
        var about =
                evaluations
                        .findAllById(answers.stream().map(TrailEntry::subject).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(found -> found.id().value(), Function.identity()));
        return answers.stream()
                .filter(entry ->
                        !about.containsKey(entry.subject()) || !isOwnAndShown(about.get(entry.subject()), actor))
                .map(entry -> given(entry, about.get(entry.subject()), locale))
                .toList();
    }

    private static boolean isOwnAndShown(Evaluation evaluation, Actor actor) {
        return evaluation.employee().equals(actor.account()) && shown(evaluation, actor);
    }

    private GivenAnswer given(TrailEntry entry, Evaluation about, Locale locale) {
        return new GivenAnswer(
                about == null ? null : about.employeeName(),
                about == null ? null : about.cycle().name(),
                entries.label(entry, locale),
                entry.recordedAt(),
                entries.time(entry, locale),
                reader.tree(entry.answer()));
    }

    /**
     * @param about  name of the employee, null for a unit's meeting
     * @param time   the moment in the agency's zone, in words
     * @param answer JSON as it was given
     */
    public record GivenAnswer(String about, String cycle, String step, Instant at, String time, JsonNode answer) {}

    /** @param timeline null while the rating has not been shown */
    public record OwnEvaluation(String evaluationId, String cycleName, Timeline timeline) {}

    /**
     * The trail of a unit's meeting, for HR and auditors.
     *
     * @return empty when there is no such meeting, or none that this person may know of
     */
    public Optional<MeetingTrail> meeting(
            Actor actor, String calibrationId, TrailQuery sought, Pageable page, Locale locale) {
        return askedMeeting(actor, calibrationId)
                .map(meeting -> new MeetingTrail(
                        meeting.id(),
                        meeting.unitName(),
                        cycles.findById(meeting.cycleId()).orElseThrow().name(),
                        meeting.state().name(),
                        found(sightOfMeeting(calibrationId, locale), sought, page)));
    }

    /** As {@link #meeting}, for a file. */
    public Optional<Rows<Timeline.Entry>> meetingRows(
            Actor actor, String calibrationId, TrailQuery sought, Locale locale) {
        return askedMeeting(actor, calibrationId).map(meeting -> {
            var sight = sightOfMeeting(calibrationId, locale);
            return rows(saying(sight, sought), sight);
        });
    }

    /**
     * What HR did outside of any single evaluation, newest first.
     *
     * @param first day in the agency's zone, or null
     * @param last  day, or null
     */
    @Transactional(readOnly = true)
    public Slice<Timeline.Entry> deeds(LocalDate first, LocalDate last, Pageable page, Locale locale) {
        var found = trail.newest(TrailEntry.DEEDS, from(first), until(last), page);
        return new SliceImpl<>(entries.read(found.getContent(), locale), page, found.hasNext());
    }

    /** As {@link #deeds}, for a file. */
    @Transactional(readOnly = true)
    public Rows<Timeline.Entry> deedRows(LocalDate first, LocalDate last, Locale locale) {
        var numbers =
                trail.newestNumbers(TrailEntry.DEEDS, from(first), until(last), Limit.of(ListQuery.LONGEST_FILE + 1));
        return Rows.of(numbers, TrailRows.AT_ONCE, part -> entries.read(rows.of(part), locale));
    }

    /**
     * What makes up one deed, e.g. every line of an import with old and new, the oldest first.
     *
     * @param parts as an entry of {@link #deeds} names it; nothing else is read by this door
     */
    @Transactional(readOnly = true)
    public Slice<Timeline.Entry> parts(String parts, Pageable page, Locale locale) {
        if (!parts.startsWith(DeedPart.PREFIX)) {
            return new SliceImpl<>(List.of());
        }
        var found = trail.findBySubjectOrderByIdAsc(parts, page);
        return new SliceImpl<>(entries.read(found.getContent(), locale), page, found.hasNext());
    }

    /** Notes down that they asked; empty for whoever may not. */
    private Optional<Evaluation> asked(Actor actor, EvaluationId id) {
        return Optional.of(id.value())
                .filter(subject -> readsTrails(actor))
                .flatMap(evaluations::findById)
                .filter(evaluation -> shown(evaluation, actor))
                .map(evaluation -> noted(actor, id, evaluation));
    }

    private Optional<Meeting> askedMeeting(Actor actor, String id) {
        return Optional.of(id)
                .filter(subject -> readsTrails(actor))
                .flatMap(meetings::meeting)
                .map(meeting -> noted(actor, EvaluationId.of(id), meeting));
    }

    private static boolean readsTrails(Actor actor) {
        return actor.is(Role.HR) || actor.is(Role.AUDITOR);
    }

    private <T> T noted(Actor actor, EvaluationId subject, T read) {
        recorder.record(subject, TrailEvent.TRAIL_READ, actor.account(), null);
        return read;
    }

    /** Nobody reads their own rating here before it is shown to them, whatever they work as. */
    static boolean shown(Evaluation evaluation, Actor actor) {
        return !actor.account().equals(evaluation.employee())
                || evaluation.reached().compareTo(Stage.OBJECTION) >= 0;
    }

    private Instant from(LocalDate day) {
        return days.beginning(day, Instant.EPOCH);
    }

    private Instant until(LocalDate day) {
        return days.beginning(day == null ? null : day.plusDays(1), NEVER.plusSeconds(1));
    }

    /** One subject's entries as one reader may see them. */
    private record Sight(
            String subject,
            Instant closing,
            boolean told,
            Locale locale,
            Function<List<TrailEntry>, List<Timeline.Entry>> read) {}

    private Page<Timeline.Entry> found(Sight sight, TrailQuery sought, Pageable page) {
        var numbers = sought.text() == null ? numbers(sight, sought, page) : Pages.cut(saying(sight, sought), page);
        return new PageImpl<>(
                sight.read.apply(rows.of(numbers.getContent())), numbers.getPageable(), numbers.getTotalElements());
    }

    private Page<Long> numbers(Sight sight, TrailQuery sought, Pageable page) {
        return trail.numbers(
                sight.subject,
                sight.closing,
                sight.told,
                sought.kind(),
                from(sought.from()),
                until(sought.until()),
                sought.newest(),
                page);
    }

    /** Words are sought in what the reader is shown, which no database knows: codes, ids and moments are stored. */
    private List<Long> saying(Sight sight, TrailQuery sought) {
        var numbers = numbers(sight, sought, Pageable.unpaged()).getContent();
        return sought.text() == null
                ? numbers
                : rows.saying(
                        PlainText.of(sought.text()).toLowerCase(sight.locale),
                        numbers,
                        entries -> this.entries.sought(entries, sight.read.apply(entries), sight.locale));
    }

    private Rows<Timeline.Entry> rows(List<Long> numbers, Sight sight) {
        return Rows.of(numbers, TrailRows.AT_ONCE, part -> sight.read.apply(rows.of(part)));
    }

    private Sight sight(Evaluation evaluation, Actor actor, Map<String, String> names, Locale locale) {
        var opinions = actor.is(Role.AUDITOR) && !actor.account().equals(evaluation.employee());
        var closing = days.of(evaluation);
        return new Sight(
                evaluation.id().value(),
                closing,
                days.isOver(evaluation),
                locale,
                it -> entries.read(it, closing, opinions, names, locale));
    }

    private Sight sightOfMeeting(String calibrationId, Locale locale) {
        return new Sight(calibrationId, NEVER, true, locale, it -> entries.read(it, locale));
    }

    private Part read(Evaluation evaluation, Actor actor, TrailQuery sought, Pageable page, Locale locale) {
        var id = evaluation.id();
        var plans = targets.versions(id);
        var scores = assessments.versions(id);
        var people = entries.namesOfPeople(peopleOf(plans, scores));
        var names = namesOfRows(plans);
        var found = found(sight(evaluation, actor, names, locale), sought, page);
        var timeline = new Timeline(
                id.value(),
                evaluation.employeeName(),
                evaluation.employeeNip(),
                evaluation.position(),
                evaluation.unitName(),
                evaluation.cycle().name(),
                meetings.meeting(evaluation.cycle().id(), evaluation.unitCode())
                        .map(Meeting::id)
                        .orElse(null),
                found.getContent(),
                versions("audit.version.plan", named(id, plans, people, locale), names, locale),
                versions("audit.version.score", scores(id, scores, people, locale), names, locale));
        return new Part(timeline, found);
    }

    private List<Timeline.Version> versions(String key, List<?> values, Map<String, String> names, Locale locale) {
        return Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                .map(i -> new Timeline.Version(
                        messages.getMessage(key, new Object[] {i + 1}, locale),
                        reader.readValue(values.get(i), names, locale)))
                .toList();
    }

    private List<ScoreVersion> scores(EvaluationId id, List<Score> scores, Map<String, String> people, Locale locale) {
        return scores.stream()
                .map(score -> new ScoreVersion(
                        score.predicate(),
                        score.total(),
                        score.basis(),
                        score.calculatedAt(),
                        who(id, score.decidedBy(), people, locale),
                        score.reason()))
                .toList();
    }

    private List<Plan> named(EvaluationId id, List<Plan> plans, Map<String, String> people, Locale locale) {
        return plans.stream()
                .map(plan -> new Plan(
                        plan.version(),
                        plan.status(),
                        plan.reason(),
                        plan.behaviourExpectation(),
                        plan.leaderExpectation(),
                        who(id, plan.proposedBy(), people, locale),
                        who(id, plan.approvedBy(), people, locale),
                        plan.approvedAt(),
                        plan.results()))
                .toList();
    }

    private String who(EvaluationId id, String account, Map<String, String> people, Locale locale) {
        return stoodIn.shown(
                id.value(), account, people.getOrDefault(account, account), locale, Step.with(Step.Trait.VERSIONED));
    }

    private static List<String> peopleOf(List<Plan> plans, List<Score> scores) {
        return Stream.concat(
                        scores.stream().map(Score::decidedBy),
                        plans.stream().flatMap(plan -> Stream.of(plan.proposedBy(), plan.approvedBy())))
                .toList();
    }

    private static Map<String, String> namesOfRows(List<Plan> plans) {
        var names = new HashMap<String, String>();
        for (var plan : plans) {
            for (var result : plan.results()) {
                names.put(result.id(), result.title());
                if (result.supportsTitle() != null) {
                    names.put(result.supports(), result.supportsTitle());
                }
                result.indicators().forEach(indicator -> names.put(indicator.id(), indicator.name()));
            }
        }
        return names;
    }

    record ScoreVersion(
            Predicate predicate, BigDecimal total, Basis basis, Instant calculatedAt, String by, String reason) {}
}
