package id.laras.feedback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.feedback.Opinion;
import id.laras.feedback.Rating;
import id.laras.feedback.Ratings;
import id.laras.security.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many who answer about one person at the same moment: each is let in, once, at whichever door. */
@LarasTest
@Tag("database")
@Tag("walk")
class SimultaneousAnswersTests {

    private static final int RESPONDENTS = 19;

    /** As many as may have their passwords checked at once; the others have logged in before. */
    private static final int MACHINES = 3;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestPeople people;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectMapper json;

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void allOfThemAreLetInOnce() throws Exception {
        var team = TestTeam.open(application, Scheme.QUADRANT);
        var id = team.id("staff");
        var respondents = IntStream.range(0, RESPONDENTS)
                .mapToObj(each -> people.account("serentak" + each + key))
                .toList();
        respondents.forEach(respondent -> invite(id, respondent));
        team.assess();

        var answer = variables(new Opinion(Ratings.all(Rating.MEETS), "Rukun dan jelas"));
        Map<String, HttpPerson> tasklist = new LinkedHashMap<>();
        respondents.stream()
                .skip(MACHINES)
                .forEach(respondent -> tasklist.put(respondent, HttpPerson.loggedIn(port, respondent)));
        assertDraftsAndFilesAreAllKept(team, tasklist);

        var together = new CyclicBarrier(RESPONDENTS);
        List<Callable<HttpResponse<String>>> answers = new ArrayList<>();
        for (var respondent : respondents) {
            var task = task(id, respondent).getId();
            answers.add(() -> {
                together.await();
                var person = tasklist.get(respondent);
                return person == null
                        ? HttpPerson.machine(port, respondent).post("/engine-rest/task/" + task + "/complete", answer)
                        : person.post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", answer);
            });
        }
        var said = atOnce(answers);

        assertThat(said)
                .allSatisfy(
                        each -> assertThat(each.statusCode()).as(each.body()).isEqualTo(204));
        assertThat(count("feedback_answer where evaluation_id = ?", id.value())).isEqualTo(RESPONDENTS);
        assertThat(count("feedback_invitation where answered and evaluation_id = ?", id.value()))
                .isEqualTo(RESPONDENTS);
        assertThat(count("trail_entry where kind = 'STEP' and subject = ?", id.value()))
                .isEqualTo(RESPONDENTS);
    }

    /** Everybody types while somebody of HR sends a folder of files. */
    private void assertDraftsAndFilesAreAllKept(TestTeam team, Map<String, HttpPerson> tasklist) throws Exception {
        var id = team.id("staff");
        var hr = HttpPerson.loggedIn(port, people.account("sdm-serentak" + key, Role.HR));
        var together = new CyclicBarrier(tasklist.size() + RESPONDENTS);
        List<Callable<HttpResponse<String>>> deeds = new ArrayList<>();
        tasklist.forEach((respondent, person) -> {
            var draft = "/api/tasks/" + task(id, respondent).getId() + "/draft";
            deeds.add(() -> {
                together.await();
                return person.put(draft, "{\"comment\":\"Rukun\"}");
            });
        });
        for (var file = 0; file < RESPONDENTS; file++) {
            var name = "laporan-" + file + ".pdf";
            deeds.add(() -> {
                together.await();
                return hr.multipart("/api/evaluations/" + id.value() + "/files", "file", name, "%PDF-1.4\n%%EOF");
            });
        }

        assertThat(atOnce(deeds))
                .allSatisfy(
                        each -> assertThat(each.statusCode()).as(each.body()).isEqualTo(200));
        assertThat(count(
                        "task_draft d join ACT_RU_TASK t on t.ID_ = d.task_id where d.version = 1 and t.PROC_INST_ID_ in"
                                + " (select e.PROC_INST_ID_ from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = ?)",
                        id.value()))
                .isEqualTo(tasklist.size());
        assertThat(count("stored_file where evaluation_id = ?", id.value())).isEqualTo(RESPONDENTS);
        assertThat(count("trail_entry where what = 'file.uploaded' and subject = ?", id.value()))
                .isEqualTo(RESPONDENTS);
    }

    private void invite(EvaluationId id, String respondent) {
        database.sql(
                        "insert into feedback_invitation (id, evaluation_id, respondent, relation, answered, version) values (?, ?, ?, 'PEER', false, 0)")
                .params(UUID.randomUUID().toString(), id.value(), respondent)
                .update();
    }

    private Task task(EvaluationId id, String respondent) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id.value())
                .taskAssignee(respondent)
                .singleResult();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var results = new ArrayList<T>();
            for (var each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private String variables(Object answer) throws Exception {
        var value = Map.of("type", "Json", "value", json.writeValueAsString(answer));
        return json.writeValueAsString(Map.of("variables", Map.of("answer", value)));
    }

    private long count(String from, String key) {
        return database.sql("select count(*) from " + from)
                .param(key)
                .query(Long.class)
                .single();
    }
}
