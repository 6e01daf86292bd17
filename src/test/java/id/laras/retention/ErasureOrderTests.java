package id.laras.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may not be erased never is, and who erases means it. */
@Tag("walk")
class ErasureOrderTests extends RetentionScene {

    @Test
    void whatRunsOrIsWithinItsPeriodIsNeverErased() {
        live();
        assertThat(retention.cycle(cycle.id())).isEmpty();
        assertRefused();
        yearsLater(4);
        assertRefused();
        ClockUtil.reset();
        var running = town.cycle(town.organisation(), Scheme.NUMERIC);
        town.openForStaf(people, running);
        yearsLater(9);
        assertThatThrownBy(() -> erasures.eraseCycle(running.id(), "Habis", running.name(), hr()))
                .isInstanceOf(Refusal.class)
                .hasMessage("retention.notDue");
        assertThat(tablesWith(planted)).contains("target_plan", "feedback_answer");
    }

    @Test
    void anObjectionThatIsOpenStopsAnErasureThatWasOrderedAlready() {
        live();
        yearsLater(7);
        var order = erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr());
        database.update("delete from objection_decision where evaluation_id = ?", id);

        assertThatThrownBy(() -> walker.runJobs(order)).hasMessageContaining("may be erased");

        assertThat(tablesWith(planted)).contains("target_plan", "feedback_answer", "trail_entry");
        assertThat(database.queryForObject("select finished_at from erasure where id = ?", Object.class, order))
                .isNull();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .list()
                .forEach(run -> engine.getRuntimeService().deleteProcessInstance(run.getId(), "test"));
    }

    @Test
    void anErasureThatFailedHalfWayGoesOnWhereItStoppedAndTwiceIsOnce() {
        live();
        yearsLater(7);
        var order = erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr());
        assertThat(batches.eraseBatch(order)).isFalse();
        assertThat(batches.eraseBatch(order)).isTrue();
        var at = database.queryForMap("select finished_at, erased from erasure where id = ?", order);
        walker.runJobs(order);
        assertThat(database.queryForMap("select finished_at, erased from erasure where id = ?", order))
                .isEqualTo(at)
                .containsEntry("erased", 1);
    }

    @Test
    void whoErasesTypesWhatTheyMeanGivesAReasonAndIsHr() {
        live();
        yearsLater(7);
        assertThatThrownBy(() -> erasures.eraseCycle(cycle.id(), "Habis", "Siklus lain", hr()))
                .hasMessage("retention.confirmation");
        assertThatThrownBy(() -> erasures.eraseCycle(cycle.id(), " ", cycle.name(), hr()))
                .hasMessage("retention.reason");
        for (var role : Set.of(Role.UNIT_HR, Role.PERFORMANCE_TEAM, Role.AUDITOR, Role.ADMIN)) {
            assertThatThrownBy(
                            () -> erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), new Actor("x", Set.of(role))))
                    .hasMessage("retention.notHr");
        }
    }

    @Test
    void thePageTellsWhatGoesAndRefusesInASentence() {
        live();
        town.letIn(people, TestPeople.PASSWORD);
        yearsLater(7);
        var page = HttpPerson.loggedIn(port, people.hr());
        assertThat(Stream.iterate(1, number -> number + 1)
                        .map(number ->
                                page.get("/hr/retention?cycles=" + number).body())
                        .takeWhile(body -> !body.contains("??"))
                        .limit(20))
                .anyMatch(body -> body.contains(cycle.name()));
        var door = "/hr/retention/cycles/" + cycle.id();
        assertThat(page.get(door).body()).contains("Yang dihapus", "Yang tetap").doesNotContain("??");
        var refused = page.form(door, "reason=Sudah+lama&confirmation=salah");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Yang Anda ketik tidak sama", "Sudah lama");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr()))
                .isInstanceOf(Refusal.class)
                .hasMessage("retention.notDue");
    }
}
