package id.laras.audit;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.StoodIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns entries of the trail into what a person reads. Who gave an opinion about a colleague is told to nobody. */
@Component
class EntryReader {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Accounts accounts;
    private final Employees employees;
    private final Evaluations evaluations;
    private final AnswerReader answers;
    private final StoodIn stoodIn;
    private final MessageSource messages;

    EntryReader(
            Accounts accounts,
            Employees employees,
            Evaluations evaluations,
            AnswerReader answers,
            StoodIn stoodIn,
            MessageSource messages) {
        this.accounts = accounts;
        this.employees = employees;
        this.evaluations = evaluations;
        this.answers = answers;
        this.stoodIn = stoodIn;
        this.messages = messages;
    }

    /** Entries of what is no evaluation: nothing of them is confidential. */
    List<Timeline.Entry> read(List<TrailEntry> entries, Locale locale) {
        return read(entries, Instant.MAX, false, Map.of(), locale);
    }

    /**
     * @param closing  when everything confidential counts as having come
     * @param opinions whether the reader may read what colleagues wrote
     * @param names    what ids in the answers stand for; ids of evaluations are known here
     */
    List<Timeline.Entry> read(
            List<TrailEntry> entries, Instant closing, boolean opinions, Map<String, String> names, Locale locale) {
        var people = namesOfPeople(entries.stream().map(TrailEntry::actor).toList());
        var known = new HashMap<>(namesOfEvaluations(entries));
        known.putAll(namesOfClaimedTasks(entries, locale));
        known.putAll(names);
        return withoutAnOrderOfOpinions(entries).stream()
                .map(entry -> read(entry, closing, isHidden(entry, opinions), people, known, locale))
                .toList();
    }

    /**
     * In the order in which they came they would tell of each other: what they say orders them instead. So does the database
     * ({@link Trail#find}), but by the beginning of long answers only.
     */
    private static List<TrailEntry> withoutAnOrderOfOpinions(List<TrailEntry> entries) {
        var opinions = entries.stream()
                .filter(TrailEntry::confidential)
                .sorted(Comparator.comparing(TrailEntry::what)
                        .thenComparing(entry -> Objects.toString(entry.answer(), "")))
                .iterator();
        return entries.stream()
                .map(entry -> entry.confidential() ? opinions.next() : entry)
                .toList();
    }

    /** An event of the feedback room may name who was asked, so it is for nobody. */
    private static boolean isHidden(TrailEntry entry, boolean opinions) {
        return entry.confidential() && (!opinions || entry.kind() == TrailKind.EVENT);
    }

    private Timeline.Entry read(
            TrailEntry entry,
            Instant closing,
            boolean hidden,
            Map<String, String> people,
            Map<String, String> names,
            Locale locale) {
        return new Timeline.Entry(
                entry.confidential() ? closing : entry.recordedAt(),
                entry.confidential() ? answers.day(closing, locale) : answers.time(entry.recordedAt(), locale),
                label(entry, locale),
                entry.kind(),
                hidden ? null : actor(entry, people, locale),
                hidden ? List.of() : answers.read(entry.answer(), names, locale),
                hidden ? null : entry.answer(),
                hidden);
    }

    /** The moment in the agency's zone, in words; of what is confidential only the day. */
    String time(TrailEntry entry, Locale locale) {
        return entry.confidential()
                ? answers.day(entry.recordedAt(), locale)
                : answers.time(entry.recordedAt(), locale);
    }

    /** What happened, in words. */
    String label(TrailEntry entry, Locale locale) {
        var label = label(entry.kind(), entry.what(), locale);
        return entry.kind() == TrailKind.COMMENT
                ? messages.getMessage("audit.comment", new Object[] {label}, locale)
                : label;
    }

    private String label(TrailKind kind, String what, Locale locale) {
        return messages.getMessage(
                (kind == TrailKind.EVENT ? "audit.event." : "audit.step.") + what, null, what, locale);
    }

    /**
     * What of each entry may be found by words, in small letters: all that its reader is shown, its day as it is typed into a
     * field too, and the NIPs of those who did it. Of what is confidential only what everybody who reads the timeline sees:
     * searching must not tell what reading does not.
     *
     * @param shown the entries as {@link #read} gave them
     */
    List<String> sought(List<TrailEntry> entries, List<Timeline.Entry> shown, Locale locale) {
        var nips = nipsOfPeople(
                entries.stream().filter(entry -> !entry.confidential()).toList());
        var texts = new ArrayList<String>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var text = new StringBuilder(shown.get(i).what())
                    .append('\n')
                    .append(shown.get(i).time());
            if (!entry.confidential()) {
                text.append('\n').append(answers.isoDay(entry.recordedAt()));
                text.append('\n').append(shown.get(i).actor());
                Stream.of(entry.actor(), entry.onBehalfOf())
                        .map(nips::get)
                        .filter(Objects::nonNull)
                        .forEach(nip -> text.append('\n').append(nip));
                append(text, shown.get(i).answer());
            }
            texts.add(text.toString().toLowerCase(locale));
        }
        return texts;
    }

    private static void append(StringBuilder text, List<AnswerField> fields) {
        for (var field : fields) {
            text.append('\n').append(field.label());
            if (field.value() != null) {
                text.append(": ").append(field.value());
            }
            append(text, field.fields());
        }
    }

    private Map<String, String> nipsOfPeople(List<TrailEntry> entries) {
        var accountsOfEntries = entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.onBehalfOf()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return employees.findByAccountIn(accountsOfEntries).stream()
                .collect(Collectors.toMap(Employee::account, Employee::nip, (one, other) -> one));
    }

    private String actor(TrailEntry entry, Map<String, String> people, Locale locale) {
        if (entry.confidential()) {
            return messages.getMessage("audit.colleague", null, locale);
        }
        if (entry.actor() == null) {
            return messages.getMessage("audit.system", null, locale);
        }
        var name = people.getOrDefault(entry.actor(), entry.actor());
        return entry.onBehalfOf() == null ? name : stoodIn.named(name, entry.onBehalfOf(), locale);
    }

    Map<String, String> namesOfPeople(Collection<String> actors) {
        var known = actors.stream().filter(Objects::nonNull).distinct().toList();
        return accounts.findAllById(known).stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }

    private Map<String, String> namesOfClaimedTasks(List<TrailEntry> entries, Locale locale) {
        return entries.stream()
                .filter(TrailEntry::isClaim)
                .map(TrailEntry::claimedTask)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), task -> messages.getMessage("audit.step." + task, null, task, locale)));
    }

    private Map<String, String> namesOfEvaluations(List<TrailEntry> entries) {
        var ids = entries.stream()
                .map(TrailEntry::answer)
                .filter(Objects::nonNull)
                .flatMap(answer -> ID.matcher(answer).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        return evaluations.findAllById(ids).stream()
                .collect(Collectors.toMap(found -> found.id().value(), Evaluation::employeeName));
    }
}
