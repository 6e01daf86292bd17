package id.laras.security;

import id.laras.steps.Step;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did a step in whose stead. The phases keep who did it; for whom is kept here, once for all of them, and asked
 * wherever a name is shown or counted. Written with the deed, never changed.
 */
@Component
public class StoodIn {

    private final JdbcClient database;
    private final MessageSource messages;
    private final NamesBeside namesakes;
    private final Clock clock;

    StoodIn(JdbcClient database, MessageSource messages, NamesBeside namesakes, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.namesakes = namesakes;
        this.clock = clock;
    }

    /** To be called in the transaction of the deed. */
    public void record(String businessKey, String task, String taskId, String actor, String person) {
        database.sql("insert into substituted_step (task_id, business_key, task, actor, person, done_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        taskId,
                        businessKey,
                        task,
                        actor,
                        person,
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Everybody who had a hand in the step, as the one who did it or as the one it was done for. */
    public Set<String> parties(String businessKey, Step step) {
        var parties = new HashSet<String>();
        of(businessKey, List.of(step)).forEach(done -> parties.addAll(List.of(done.actor(), done.person())));
        return parties;
    }

    /**
     * A name as it is shown: "Citra Lestari atas nama Ratna Dewi" when they last did the step in somebody's stead,
     * else the name alone.
     *
     * @param account may be null, then so is the answer
     */
    public String shown(String businessKey, String account, String name, Locale locale, Step step) {
        return shown(businessKey, account, name, locale, List.of(step));
    }

    /** As the same of one step. */
    public String shown(String businessKey, String account, String name, Locale locale, Collection<Step> steps) {
        return account == null
                ? name
                : of(businessKey, steps).stream()
                        .filter(step -> step.actor().equals(account))
                        .reduce((earlier, later) -> later)
                        .map(step -> named(name, step.person(), locale))
                        .orElse(name);
    }

    /** @param person account */
    public String named(String name, String person, Locale locale) {
        return messages.getMessage("security.onBehalf", new Object[] {name, name(person)}, locale);
    }

    /**
     * The display name of an account, or the account itself when there is none; with what tells namesakes apart beside it.
     */
    public String name(String account) {
        return names(Set.of(account)).get(account);
    }

    /** As {@link #name} for many, asked for at once. */
    public Map<String, String> names(Set<String> accounts) {
        Map<String, String> names = new HashMap<>();
        accounts.forEach(account -> names.put(account, account));
        if (!accounts.isEmpty()) {
            database.sql("select name, display_name from account where display_name is not null and name in (:names)")
                    .param("names", accounts)
                    .query(row -> {
                        names.put(row.getString(1), row.getString(2));
                    });
            namesakes
                    .beside(accounts)
                    .forEach((account, beside) ->
                            names.computeIfPresent(account, (same, name) -> NamesBeside.shown(name, beside)));
        }
        return names;
    }

    private List<Done> of(String businessKey, Collection<Step> steps) {
        var wanted = steps.stream().map(Step::task).collect(Collectors.toSet());
        return database
                .sql("select task, actor, person from substituted_step where business_key = ? order by done_at")
                .param(businessKey)
                .query(Done.class)
                .list()
                .stream()
                .filter(step -> wanted.contains(step.task()))
                .toList();
    }

    private record Done(String task, String actor, String person) {}
}
