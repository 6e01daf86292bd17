package id.laras.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.TestDatabase;
import id.laras.TestPeople;
import id.laras.audit.TimelineService;
import id.laras.cycle.EvaluationId;
import id.laras.steps.Step;
import id.laras.steps.TrailEvent;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is erased is nowhere any more; what the audit needs is still there. */
class RetentionTests extends RetentionScene {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Autowired
    TimelineService timelines;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void afterAnErasureNoTableOfOursOrTheEnginesHoldsAWordOfIt() {
        live();
        assertThat(tablesWith(planted))
                .contains(
                        "target_plan",
                        "check_in",
                        "stored_file",
                        "feedback_answer",
                        "self_assessment",
                        "score",
                        "assessor_rating",
                        "result_review",
                        "objection_decision",
                        "calibration",
                        "follow_up",
                        "training",
                        "coaching",
                        "reward",
                        "assessor_change",
                        "cycle_change",
                        "trail_entry",
                        "act_hi_comment");
        assertThat(database.queryForList(
                        "select answer from trail_entry where subject = ? and kind = 'COMMENT'", String.class, id))
                .containsExactly("{\"comment\":\"Catatan 👍 " + planted + "\"}");
        var kept = kept();
        yearsLater(7);

        var order = erasures.eraseCycle(cycle.id(), "Masa simpan habis", cycle.name(), hr());
        walker.runJobs(order);

        assertThat(tablesWith(planted)).isEmpty();
        assertThat(kept()).isEqualTo(kept);
        assertThat(retention.cycle(cycle.id()))
                .hasValueSatisfying(left -> assertThat(left.evaluations()).isZero());
        var timeline = timelines.timeline(hr(), EvaluationId.of(id), INDONESIAN).orElseThrow();
        assertThat(timeline.entries()).hasSizeGreaterThan(20);
        assertThat(timeline.scores()).isNotEmpty();
        town.letIn(people, TestPeople.PASSWORD);
        for (var reader : List.of(people.hr(), people.staf())) {
            var page = HttpPerson.loggedIn(port, reader).get("/evaluations/" + id);
            assertThat(page.statusCode()).isEqualTo(200);
        }
        assertThat(deedsOf("retention.ordered")).last().asString().contains(cycle.name(), "Masa simpan habis");
    }

    /** Whatever the trail can tell of an evaluation; only a reading lets its period run on. */
    @Test
    void everyEventButAReadingIsAStepInAnEvaluation() {
        live();
        yearsLater(7);
        assertThat(retention.cycle(cycle.id()).orElseThrow().due()).isOne();
        for (var event : TrailEvent.values()) {
            new TransactionTemplate(transactions).executeWithoutResult(undone -> {
                database.update(
                        "insert into trail_entry (id, subject, recorded_at, kind, what, confidential)"
                                + " values (-1, ?, ?, 'EVENT', ?, false)",
                        id,
                        Timestamp.from(clock.instant().minus(Duration.ofDays(365))),
                        event.key());
                assertThat(retention.cycle(cycle.id()).orElseThrow().due())
                        .as(event.key())
                        .isEqualTo(event.is(TrailEvent.Trait.READING) ? 1 : 0);
                undone.setRollbackOnly();
            });
        }
    }

    @Test
    void theTrailLetsItsDetailsBeErasedAndNothingElseBeChanged() {
        if (!TestDatabase.isMariaDb()) {
            return;
        }
        walker.complete(id, Step.DRAFT_TARGETS, plant(answers.targets()));
        for (var change : List.of(
                "answer = '{\"erased\":false}'",
                "answer = null",
                "actor = 'rogue'",
                "actor = null",
                "on_behalf_of = 'rogue'",
                "recorded_at = current_timestamp(3)",
                "what = 'lain'",
                "what = upper(what)",
                "subject = 'lain'",
                "confidential = not confidential",
                "kind = 'EVENT'")) {
            var sql = "update trail_entry set " + change + " where subject = '" + id + "' and kind = 'STEP'";
            assertThatThrownBy(() -> database.update(sql), change).hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> database.update("delete from trail_entry where subject = ?", id))
                .hasMessageContaining("append-only");
        assertThat(database.update(
                        "update trail_entry set answer = '{\"erased\":true}' where subject = ? and kind = 'STEP'", id))
                .isEqualTo(1);
    }

    @Test
    void everyLongTextOfTheSchemaIsKnownToTheListOfWhatGoes() {
        var kept = Set.of(
                // redacted by a rule of its own; forgotten with its task
                "trail_entry.answer",
                "task_draft.content",
                "task_draft_beside.content",
                "calibration.note",
                // names nobody; goes with the cycle
                "cycle_change.fields",
                "cycle_change.reason",
                // of no evaluation and nobody: why models, tables or forms changed
                "rule_book.reason",
                "rule_book_proposal.reason",
                "rule_book_proposal.decision",
                "rule_book_proposal_file.content",
                // of no evaluation: goes with the person
                "substitution.reason",
                // goes when it is decided, or with the person
                "waiting_import.file_names",
                "waiting_import.content");
        var unknown = new TreeSet<String>();
        everything.columns().stream()
                .map(column -> new WholeDatabase.Column(
                        column.table().toLowerCase(Locale.ROOT), column.name(), column.large()))
                .filter(column -> !column.table().startsWith("act_"))
                .filter(column -> column.large() || column.name().endsWith("_by"))
                .filter(column -> !kept.contains(column.table() + "." + column.name()))
                .filter(column -> !ErasedTables.DELETED.contains(column.table()))
                .filter(column -> !ErasedTables.REPLACED
                        .getOrDefault(column.table(), Map.of())
                        .containsKey(column.name()))
                .filter(column -> !ErasedTables.ACCOUNTS
                        .getOrDefault(column.table(), List.of())
                        .contains(column.name()))
                .filter(column ->
                        !column.table().startsWith("flyway") && !column.name().equals("installed_by"))
                .forEach(column -> unknown.add(column.table() + "." + column.name()));
        assertThat(unknown).isEmpty();
    }

    /** What the audit needs: scores, predicates, outcomes, dates, and who did what. */
    private List<Object> kept() {
        return List.of(
                database.queryForList(
                        "select stage, predicate, confirmed_by, confirmed_at from evaluation where id = ?", id),
                database.queryForList(
                        "select number, basis, total, predicate, calculated_at, decided_by from score"
                                + " where evaluation_id = ? order by number",
                        id),
                database.queryForList(
                        "select outcome, decided_by, decided_at from objection_decision where evaluation_id = ?", id),
                database.queryForList("select granted, decided_by, decided_at from reward where evaluation_id = ?", id),
                database.queryForList(
                        "select plan_version, status, approved_by, approved_at from target_plan where evaluation_id = ?",
                        id),
                database.queryForList(
                        "select id, recorded_at, actor, kind, what from trail_entry where subject = ?"
                                + " and what not like '%.read' order by id",
                        id));
    }
}
