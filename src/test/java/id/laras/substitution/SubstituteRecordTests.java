package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.audit.TimelineService;
import id.laras.cycle.EvaluationId;
import id.laras.dashboard.Dossiers;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.steps.TrailEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record says who acted for whom, and the substitute reads no more of it than they need. */
class SubstituteRecordTests extends SubstitutionScene {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Autowired
    TimelineService timelines;

    @Autowired
    Dossiers dossiers;

    @Test
    void anOutsiderDecidesTheObjectionInTheSuperiorsStead() {
        walker.begin(name(people.head(), standIn, TaskKind.OBJECTION));
        untilObjection();
        walker.claimAndComplete(
                id,
                Step.DECIDE_OBJECTION,
                standIn,
                answers.changedDecision(answers.rating(walker.plan(id), "ABOVE", "110")));

        var reader = staff(people.assessor());
        var evaluation = readers.read(reader, EvaluationId.of(id), TrailEvent.EVALUATION_READ, null);
        assertThat(dossiers.of(evaluation.orElseThrow(), reader, INDONESIAN).decidedBy())
                .isEqualTo("Ratna Dewi " + others.number() + " atas nama Hendra Gunawan " + people.number());
    }

    @Test
    void theRecordSaysWhoActedForWhom() {
        walker.begin(nameAll(people.assessor(), standIn));
        untilReviewed();

        var both = "Ratna Dewi " + others.number() + " atas nama Ratna Dewi " + people.number();
        var auditor = new Actor("uji-pemeriksa", Set.of(Role.STAFF, Role.AUDITOR));
        var timeline =
                timelines.timeline(auditor, EvaluationId.of(id), INDONESIAN).orElseThrow();
        assertThat(timeline.entries())
                .filteredOn(entry ->
                        List.of("Memeriksa sasaran kinerja", "Menilai pegawai").contains(entry.what()))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(both));
        assertThat(timeline.plans().toString()).contains(both);
        assertThat(timeline.scores().toString()).contains(both);
        assertThat(assessments
                        .result(EvaluationId.of(id), INDONESIAN)
                        .orElseThrow()
                        .ratedBy())
                .isEqualTo(both);
        assertThat(assessments
                        .result(EvaluationId.of(id), Locale.ENGLISH)
                        .orElseThrow()
                        .ratedBy())
                .contains("on behalf of");
        assertThat(assessments.current(EvaluationId.of(id)).orElseThrow().decidedBy())
                .isEqualTo(standIn);
    }

    @Test
    void theSubstituteReadsTheEvaluationOnlyWhileTheyHaveATaskOfIt() {
        var reader = staff(standIn);
        assertThat(mayRead(reader)).isFalse();
        sharedApproval();
        assertThat(mayRead(reader)).isTrue();
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, standIn, answers.approval());
        assertThat(mayRead(reader)).isFalse();
    }

    private boolean mayRead(Actor reader) {
        return readers.mayRead(reader, evaluations.get(EvaluationId.of(id)));
    }
}
