package id.laras.demo;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.TrialDoor;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom something waits for, and who can be sat down as. */
@Component
@Profile("demo")
public class Awaited {

    /** As many as one reads at a glance. */
    static final int SHOWN = 8;

    private final OpenTasks tasks;
    private final Evaluations evaluations;
    private final Accounts accounts;

    Awaited(OpenTasks tasks, Evaluations evaluations, Accounts accounts) {
        this.tasks = tasks;
        this.evaluations = evaluations;
        this.accounts = accounts;
    }

    /**
     * Somebody with their most useful task.
     *
     * @param step  id of the task in its model
     * @param task  as the engine keeps its name, with whom it is about
     * @param count of all their tasks
     */
    public record Person(String account, String name, String taskId, String step, String task, long count) {}

    /** @param others how many more there are than are shown */
    public record People(List<Person> shown, int others) {}

    /** @param evaluation the one that is looked at, or null: then the viewer's own */
    public People besides(String viewer, String evaluation) {
        var looked = evaluation == null ? own(viewer) : Set.of(evaluation);
        var open = tasks.all();
        var names =
                accounts.findAllById(open.stream().map(OpenTasks.Open::account).collect(Collectors.toSet())).stream()
                        .filter(TrialDoor::opensTo)
                        .collect(Collectors.toMap(Account::name, Account::displayName));
        var theirs =
                open.stream().filter(one -> names.containsKey(one.account())).toList();
        var chosen = choose(theirs, viewer, looked);
        var shown = chosen.stream()
                .limit(SHOWN)
                .map(one -> new Person(
                        one.first().account(),
                        names.get(one.first().account()),
                        one.first().task().getId(),
                        one.first().step().task(),
                        one.first().task().getName(),
                        one.count()))
                .toList();
        return new People(shown, chosen.size() - shown.size());
    }

    /** Whose task it is, empty when it is over. */
    public Optional<String> whose(String taskId) {
        return tasks.find(taskId).map(OpenTasks.Open::account);
    }

    record Choice(OpenTasks.Open first, long count) {}

    /** One line a person: first those on whom what is looked at depends, then those whose day is next. */
    static List<Choice> choose(List<OpenTasks.Open> open, String viewer, Collection<String> looked) {
        var byPerson = open.stream()
                .filter(one -> !one.account().equals(viewer))
                .sorted(Comparator.comparing(one -> !looked.contains(one.about())))
                .collect(Collectors.groupingBy(OpenTasks.Open::account, LinkedHashMap::new, Collectors.toList()));
        return byPerson.values().stream()
                .map(tasks -> new Choice(tasks.get(0), tasks.size()))
                .toList();
    }

    private Set<String> own(String viewer) {
        return evaluations.findByEmployeeOrderByCycleFirstDayDesc(viewer).stream()
                .map(Evaluation::id)
                .map(id -> id.value())
                .collect(Collectors.toSet());
    }
}
