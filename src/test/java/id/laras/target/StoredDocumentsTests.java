package id.laras.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.Scheme;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands as JSON in a column, by the example of a plan (docs/adr/0119-documents-in-columns-have-one-mapping.md). */
@LarasTest
@Tag("database")
class StoredDocumentsTests {

    private static final PlanDocument DOCUMENT = new PlanDocument(
            "Ramah: \"siap\" — dan\ntepat",
            null,
            List.of(Plans.result("Pelayanan \\ cepat", Plans.indicator("Berkas", "120.50", "100.00"))));

    @Autowired
    ApplicationContext application;

    @Autowired
    TargetPlans plans;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String id;

    @BeforeEach
    void aPlanIsStored() {
        var evaluation = TestTeam.open(application, Scheme.NUMERIC).id("staff").value();
        plans.saveAndFlush(new TargetPlan(evaluation, 7, "staff", DOCUMENT));
        id = jdbc.queryForObject(
                "select id from target_plan where evaluation_id = ? and plan_version = 7", String.class, evaluation);
    }

    @Test
    void aDocumentIsStoredAsItIsWrittenElsewhere() throws JsonProcessingException {
        assertThat(stored()).isEqualTo(json.writeValueAsString(DOCUMENT)).contains("\"target\":\"120.50\"");
        assertThat(read()).isEqualTo(DOCUMENT);
    }

    @Test
    void whoOnlyReadsADocumentChangesNothing() {
        var before = stored();

        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(DOCUMENT));

        assertThat(jdbc.queryForObject("select version from target_plan where id = ?", Long.class, id))
                .isZero();
        assertThat(stored()).isEqualTo(before);
    }

    /** Numbers as numbers, a field that nobody knows any more, others that nobody knew yet. */
    @Test
    void whatAnOlderReleaseWroteIsStillRead() {
        store("{\"results\": [{\"title\": \"Lama\", \"gone\": true, \"indicators\": [{\"target\": 12.50}]}]}");

        var result = read().results().get(0);

        assertThat(result.title()).isEqualTo("Lama");
        assertThat(result.indicators().get(0).target()).isEqualTo(new BigDecimal("12.50"));
        assertThat(read().behaviourExpectation()).isNull();
    }

    @Test
    void aBrokenDocumentIsNamedAndStaysAsItIs() {
        store("{\"results\": [");

        assertThatThrownBy(this::read).hasMessageContaining(PlanDocument.class.getName());

        assertThat(stored()).isEqualTo("{\"results\": [");
    }

    private PlanDocument read() {
        return plans.findById(id).orElseThrow().document();
    }

    private String stored() {
        return jdbc.queryForObject("select document from target_plan where id = ?", String.class, id);
    }

    private void store(String text) {
        jdbc.update("update target_plan set document = ? where id = ?", text, id);
    }
}
