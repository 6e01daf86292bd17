package id.laras.bench;

import id.laras.HttpPerson;
import id.laras.TestPeople;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.intake.PeopleImport;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Walker;
import id.laras.opening.OpeningService;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionService;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Task lists over HTTP in a large agency with an open evaluation of each employee and the authorizations of all their
 * tasks, on MariaDB: milliseconds from the request to the last byte, as Tasklist asks, by two people at a time.
 */
public final class TaskListBench {

    private static final int THREADS = 2;
    private static final String PAGE = "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}";
    private static final String TASKLIST = "/camunda/api/engine/engine/default/";

    /**
     * @param drafting units whose staff hand their targets in, which then wait for their heads' approval
     * @param persons  of each kind who ask
     * @param calls    of each kind, besides the first ones of everybody
     */
    record Size(Population population, int drafting, int persons, int calls) {

        static final Size WHOLE = new Size(Population.LARGE, 50, 40, 200);
        static final Size SMALLEST = new Size(Population.SMALLEST, 2, 2, 4);
    }

    private final ConfigurableApplicationContext laras;
    private final Size size;
    private final int port;
    private final Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();

    private TaskListBench(ConfigurableApplicationContext laras, Size size) {
        this.laras = laras;
        this.size = size;
        this.port = laras.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public static void main(String[] args) throws Exception {
        try (var ground = Ground.mariaDb()) {
            run(ground, Ground.smallest(args) ? Size.SMALLEST : Size.WHOLE);
        }
    }

    static void run(Ground ground, Size size) throws Exception {
        try (var laras = ground.laras("bench_lists")) {
            new TaskListBench(laras, size).run();
        }
    }

    private void run() throws Exception {
        var report = bean(PeopleImport.class)
                .run(size.population().unitFile(), size.population().peopleFile("Staf"), "sdm");
        if (!report.accepted()) {
            throw new IllegalStateException(report.errors().toString());
        }
        var people = bean(TestPeople.class);
        people.account("sdm", Role.HR);
        people.account("inspektorat", Role.AUDITOR);
        people.account("admin", Role.ADMIN);
        openAll();
        var drafted = draft();
        var assessors = heads(0);
        var substitutes = heads(size.drafting());
        nameSubstitutes(assessors, substitutes);
        var staff = new Random(20261122)
                .ints(1 + size.population().units(), size.population().people())
                .mapToObj(Population::nip)
                .distinct()
                .limit(size.persons())
                .toList();
        bean(AccountService.class)
                .setSharedPassword(
                        Stream.of(staff, assessors, substitutes)
                                .flatMap(List::stream)
                                .toList(),
                        TestPeople.PASSWORD);
        Figures.note("task lists: %d open tasks, %d authorizations, %d of them waiting for approval"
                .formatted(
                        engine().getTaskService().createTaskQuery().count(),
                        engine().getAuthorizationService()
                                .createAuthorizationQuery()
                                .count(),
                        drafted));
        measure("staff", staff);
        measure("assessor", assessors);
        measure("substitute", substitutes);
        measure("HR", List.of("sdm"));
        measure("auditor", List.of("inspektorat"));
        measure("administrator", List.of("admin"));
        print();
    }

    /** Heads of units, from this one on. */
    private List<String> heads(int first) {
        return IntStream.range(first, first + Math.min(size.persons(), size.drafting()))
                .mapToObj(Population::head)
                .map(Population::nip)
                .toList();
    }

    /** Each of these assessors shares their tasks with the head of another unit, from today on. */
    private void nameSubstitutes(List<String> assessors, List<String> substitutes) {
        var today = LocalDate.now(bean(Clock.class));
        var walker = bean(Walker.class);
        for (var i = 0; i < assessors.size(); i++) {
            var asked = new NewSubstitution(
                    substitutes.get(i), today, today.plusDays(14), Set.copyOf(SubstitutionService.kinds(false)));
            var id = bean(SubstitutionService.class).name(asked, new Actor(assessors.get(i), Set.of()));
            walker.begin(id);
        }
    }

    private void openAll() {
        var today = LocalDate.now(bean(Clock.class));
        Cycle cycle = bean(CycleService.class)
                .create(new NewCycle(
                        "Siklus",
                        Scheme.NUMERIC,
                        today.minusMonths(1),
                        today.plusMonths(11),
                        today.plusMonths(1),
                        3,
                        today.plusMonths(10),
                        today.plusMonths(10).plusDays(14),
                        today.plusMonths(10).plusDays(30),
                        today.plusMonths(12)));
        var units = IntStream.range(0, size.population().units())
                .mapToObj(unit -> "U" + unit)
                .toList();
        bean(OpeningService.class).open(cycle.id(), Set.copyOf(units), "sdm").join();
        Figures.note("task lists: opened "
                + bean(OpeningService.class).progress(cycle.id()).orElseThrow().opened());
    }

    /** The staff of the first units hand their targets in. */
    private int draft() throws Exception {
        var walker = bean(Walker.class);
        var answers = new Answers(Scheme.NUMERIC);
        var units = size.population().units();
        var work = new ArrayList<Callable<Void>>();
        for (var i = 1 + units; i < size.population().people(); i++) {
            if (i % units < size.drafting()) {
                var account = Population.nip(i);
                work.add(() -> {
                    var task = engine().getTaskService()
                            .createTaskQuery()
                            .taskAssignee(account)
                            .taskDefinitionKey(Step.DRAFT_TARGETS.task())
                            .singleResult();
                    walker.complete(task, account, answers.targets());
                    return null;
                });
            }
        }
        all(work);
        return work.size();
    }

    private void measure(String who, List<String> accounts) throws Exception {
        var persons = accounts.stream()
                .map(account -> HttpPerson.loggedIn(port, account))
                .toList();
        var filters = persons.get(0).json(TASKLIST + "filter?resourceType=Task");
        var work = new ArrayList<Callable<Void>>();
        for (var round = -1; round < Math.max(1, size.calls() / persons.size()); round++) {
            for (var person : persons) {
                var counts = round >= 0;
                work.add(() -> {
                    filters.forEach(filter -> time(
                            counts,
                            "\"" + filter.get("name").asText() + "\"",
                            who,
                            person,
                            one -> one.post(
                                    TASKLIST + "filter/" + filter.get("id").asText()
                                            + "/list?firstResult=0&maxResults=15",
                                    PAGE)));
                    time(
                            counts,
                            "all lists with their counts",
                            who,
                            person,
                            one -> one.get(TASKLIST + "filter?resourceType=Task&itemCount=true"));
                    time(counts, "start page", who, person, one -> one.page("/"));
                    return null;
                });
            }
        }
        all(work);
        Figures.note("task lists: measured " + who);
    }

    private void time(
            boolean counts,
            String what,
            String who,
            HttpPerson person,
            Function<HttpPerson, HttpResponse<String>> request) {
        var begin = System.nanoTime();
        var answer = request.apply(person);
        var took = Figures.since(begin) * 1_000;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        if (counts) {
            synchronized (times) {
                times.computeIfAbsent(what, key -> new LinkedHashMap<>())
                        .computeIfAbsent(who, key -> new ArrayList<>())
                        .add(took);
            }
        }
    }

    private static void all(List<Callable<Void>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void print() {
        var who = times.values().iterator().next().keySet();
        var figures = new Figures(
                "Task lists, milliseconds at the 95th percentile",
                Stream.concat(Stream.of("list"), who.stream()).toArray(String[]::new));
        times.forEach((what, taken) -> figures.row(Stream.concat(
                        Stream.of(what), who.stream().map(one -> Figures.number(percentile(taken.get(one)), 0)))
                .toArray()));
        figures.print();
    }

    private static double percentile(List<Double> taken) {
        return taken.stream().sorted().toList().get(taken.size() * 95 / 100);
    }

    private ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    private <T> T bean(Class<T> type) {
        return laras.getBean(type);
    }
}
