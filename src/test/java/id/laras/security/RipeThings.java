package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.cycle.Wish;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.AccessTests.Person;
import id.laras.security.EndpointBodies.Body;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionService;
import id.laras.succession.EarlyEnds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Things in the state that some endpoints need: what differs, has failed, waits for a second person or is old enough. */
@Component
class RipeThings {

    /** Who may, seen from the town of the things; the others are refused, even where the endpoint opens to them. */
    static final Map<String, Set<Person>> MAY = may();

    private static final String REASON = "&reason=Ada+alasan+yang+cukup+panjang";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Town towns;
    private final CycleService cycles;
    private final EarlyEnds earlyEnds;
    private final SubstitutionService substitutions;
    private final ProcessEngine engine;
    private final JdbcClient database;
    private final Clock clock;
    private final Answers answers = new Answers(Scheme.QUADRANT);

    RipeThings(
            Town towns,
            CycleService cycles,
            EarlyEnds earlyEnds,
            SubstitutionService substitutions,
            ProcessEngine engine,
            JdbcClient database,
            Clock clock) {
        this.towns = towns;
        this.cycles = cycles;
        this.earlyEnds = earlyEnds;
        this.substitutions = substitutions;
        this.engine = engine;
        this.database = database;
        this.clock = clock;
    }

    private static Map<String, Set<Person>> may() {
        var may = new LinkedHashMap<String, Set<Person>>();
        may.put("POST /evaluations/{id}/revision", Set.of(Person.EMPLOYEE, Person.ASSESSOR));
        may.put("POST /hr/incidents/{incidentId}/retry", Set.of(Person.HR, Person.UNIT_HR));
        may.put("POST /hr/lines/evaluations/{id}/choice", Set.of(Person.HR, Person.UNIT_HR));
        may.put("POST /hr/lines/evaluations/{id}/reopening", Set.of(Person.HR, Person.UNIT_HR));
        may.put("POST /account/substitutes/tasks/{taskId}/return", Set.of(Person.ASSESSOR));
        // a preview is there for who uploaded it alone
        may.put("POST /hr/people/imports/{id}/apply", Set.of());
        may.put("POST /api/hr/imports/{id}/apply", Set.of());
        may.put("GET /hr/people/waiting/{id}", Set.of(Person.HR, Person.ADMIN));
        may.put("POST /hr/people/waiting/{id}/refuse", Set.of(Person.HR, Person.ADMIN));
        may.put("POST /hr/people/waiting/{id}/approve", Set.of(Person.HR, Person.ADMIN));
        may.put("POST /hr/cycles/{id}/withdrawal", Set.of(Person.HR));
        may.put("GET /hr/retention/people/{account}", Set.of(Person.HR));
        may.put("POST /hr/retention/people/{account}", Set.of(Person.HR));
        may.put("GET /hr/retention/cycles/{id}", Set.of(Person.HR));
        may.put("POST /hr/retention/cycles/{id}", Set.of(Person.HR));
        return may;
    }

    /** Where a thing is, and what makes the deed succeed. */
    record Ripe(String path, Body body) {

        /** With the fingerprint of the people as they are now, which the page of what waits tells to a second person. */
        Ripe today(HttpPerson second) {
            if (!(body instanceof Body.Form form) || !form.fields().contains("{fingerprint}")) {
                return this;
            }
            var page = second.get(path.replace("/approve", "")).body();
            var fingerprint = page.replaceFirst("(?s).*name=\"people\" value=\"([^\"]*)\".*", "$1");
            return new Ripe(path, new Body.Form("people=" + fingerprint));
        }
    }

    /**
     * One thing for each endpoint but for the task of a substitute and for a preview.
     *
     * @param hr     who imports, one of the town's own
     * @param person whose superior HR would become, as a number of the town: another one in each call
     */
    Map<String, Ripe> of(Town.Organisation town, Walker walker, HttpPerson hr, int person) {
        var things = new LinkedHashMap<String, Ripe>();
        var nothing = new Body.Form("");

        var approved = open(town);
        walker.untilApproved(approved, answers);
        var cancelled = open(town);
        var old = cycle(town);
        var gone = towns.openForStaf(town, old);
        end(town, cancelled);
        end(town, gone);
        age(old, gone, town);

        things.put("POST /evaluations/{id}/revision", new Ripe("/evaluations/" + approved + "/revision", nothing));
        things.put(
                "POST /hr/incidents/{incidentId}/retry",
                new Ripe("/hr/incidents/" + incident(approved) + "/retry", nothing));
        things.put(
                "POST /hr/lines/evaluations/{id}/choice",
                new Ripe("/hr/lines/evaluations/" + approved + "/choice", new Body.Form("choice=MOVE" + REASON)));
        things.put(
                "POST /hr/lines/evaluations/{id}/reopening",
                new Ripe("/hr/lines/evaluations/" + cancelled + "/reopening", new Body.Form(REASON)));
        var waiting = waiting(town, hr, person, "Eka Putri");
        things.put("GET /hr/people/waiting/{id}", new Ripe("/hr/people/waiting/" + waiting, null));
        things.put(
                "POST /hr/people/waiting/{id}/refuse", new Ripe("/hr/people/waiting/" + waiting + "/refuse", nothing));
        waiting = waiting(town, hr, person, "Eka Lestari");
        things.put(
                "POST /hr/people/waiting/{id}/approve",
                new Ripe("/hr/people/waiting/" + waiting + "/approve", new Body.Form("people={fingerprint}")));
        things.put(
                "POST /hr/cycles/{id}/withdrawal",
                new Ripe(
                        "/hr/cycles/" + cycle(town).id() + "/withdrawal",
                        new Body.Form("why=Ada+alasan+yang+cukup+panjang")));
        var leaver = "/hr/retention/people/bawahanlain" + town.number();
        things.put("GET /hr/retention/people/{account}", new Ripe(leaver, null));
        things.put(
                "POST /hr/retention/people/{account}",
                new Ripe(leaver, new Body.Form("confirmation=" + town.nip(7) + REASON)));
        var kept = "/hr/retention/cycles/" + old.id();
        things.put("GET /hr/retention/cycles/{id}", new Ripe(kept, null));
        things.put(
                "POST /hr/retention/cycles/{id}",
                new Ripe(kept, new Body.Form("confirmation=" + old.name().replace(' ', '+') + REASON)));
        return things;
    }

    /** There is one for each person: a later one takes its place. It is for the people of this moment, so it comes last. */
    void putPreview(Map<String, Ripe> things, Town.Organisation town, HttpPerson hr) {
        var nothing = new Body.Form("");
        var n = NUMBER.incrementAndGet();
        var preview = preview(hr, "units", "kode,nama,induk\nX%1$d-%2$d,Unit X%2$d,\n".formatted(town.number(), n));
        things.put("POST /hr/people/imports/{id}/apply", new Ripe("/hr/people/imports/" + preview + "/apply", nothing));
        things.put("POST /api/hr/imports/{id}/apply", new Ripe("/api/hr/imports/" + preview + "/apply", nothing));
    }

    private String open(Town.Organisation town) {
        return towns.openForStaf(town, cycle(town));
    }

    private Cycle cycle(Town.Organisation town) {
        var today = LocalDate.now(clock);
        return cycles.create(
                Wish.running("Siklus matang " + town.number() + " " + NUMBER.incrementAndGet(), Scheme.QUADRANT, today)
                        .of());
    }

    private void end(Town.Organisation town, String evaluation) {
        earlyEnds.end(EvaluationId.of(evaluation), EndReason.MOVED, "Mutasi", new Actor(town.hr(), Set.of(Role.HR)));
    }

    /** Its periods are over, and those of a subordinate who has left. */
    private void age(Cycle cycle, String evaluation, Town.Organisation town) {
        var longAgo = LocalDate.now(clock).minusYears(9);
        database.sql("update cycle set first_day = ?, last_day = ? where id = ?")
                .params(longAgo.minusYears(1), longAgo, cycle.id())
                .update();
        database.sql("update calibration set state = 'CLOSED' where cycle_id = ?")
                .param(cycle.id())
                .update();
        database.sql("update evaluation set ended_at = ? where id = ?")
                .params(LocalDateTime.of(2015, 1, 1, 0, 0), evaluation)
                .update();
        database.sql("update trail_entry set recorded_at = ? where subject = ?")
                .params(LocalDateTime.of(2015, 1, 1, 0, 0), evaluation)
                .update();
        database.sql("update employee set ended_on = ? where nip = ?")
                .params(longAgo, town.nip(7))
                .update();
    }

    /** What the superior's substitute has in hand. It comes last: from then on all such tasks are shared. */
    void putClaimed(Map<String, Ripe> things, Town.Organisation town, Walker walker) {
        var evaluation = open(town);
        var standIn = towns.organisation().assessor();
        var today = LocalDate.now(clock);
        var substitution = substitutions.name(
                new NewSubstitution(standIn, today, today, Set.of(TaskKind.TARGETS)),
                new Actor(town.assessor(), Set.of(Role.STAFF)));
        walker.begin(substitution);
        walker.complete(evaluation, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(evaluation, Step.APPROVE_TARGETS).getId();
        walker.claim(task, standIn);
        things.put(
                "POST /account/substitutes/tasks/{taskId}/return",
                new Ripe("/account/substitutes/tasks/" + task + "/return", new Body.Form("")));
    }

    private String incident(String evaluation) {
        var process = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation)
                .processDefinitionKey("Monitoring")
                .singleResult()
                .getId();
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process)
                .listPage(0, 1)
                .get(0);
        engine.getManagementService().setJobRetries(job.getId(), 0);
        return engine.getRuntimeService()
                .createIncidentQuery()
                .configuration(job.getId())
                .singleResult()
                .getId();
    }

    private String waiting(Town.Organisation town, HttpPerson hr, int person, String name) {
        var account = person == 5 ? "rekanlain" : "bawahan";
        var file = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n"
                + "%s,%s,,Sanitarian,JF,Pemula,H%d,%s,%s%d\n"
                        .formatted(town.nip(person), name, town.number(), town.nip(8), account, town.number());
        var applied = hr.post("/api/hr/imports/" + preview(hr, "employees", file) + "/apply?confirmed=true", "");
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        return database.sql("select id from waiting_import where asked_by = ? and content like ?")
                .params(town.hr(), "%" + town.nip(person) + "%" + name + "%")
                .query(String.class)
                .single();
    }

    private static String preview(HttpPerson hr, String table, String content) {
        return HttpPerson.parse(hr.multipart("/api/hr/imports", table, table + ".csv", content)
                        .body())
                .get("id")
                .asText();
    }
}
