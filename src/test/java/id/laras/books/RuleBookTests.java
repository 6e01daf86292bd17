package id.laras.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.Races;
import id.laras.books.RuleBooks.RuleBookView;
import id.laras.engine.RuleBook;
import id.laras.rules.AgencyDays;
import id.laras.rules.Refusal;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Each deployment of models, tables and forms becomes a rule book once, with a number that nothing else ever gets. */
@LarasTest
@Tag("database")
class RuleBookTests {

    @Autowired
    RuleBooks books;

    @Autowired
    BooksAtStart start;

    @Autowired
    RepositoryService models;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private final List<String> deployed = new ArrayList<>();

    /** The other tests find the one book that the application brought. */
    @AfterEach
    void onlyTheShippedBook() {
        forgetBooks();
        deployed.forEach(models::deleteDeployment);
        start.run(null);
    }

    @Test
    void theFirstStartRecordsWhatTheApplicationBrings() {
        var book = newestFirst().get(0);
        var deployment = deployments().get(0);

        assertThat(newestFirst()).hasSize(1);
        assertThat(book.number()).isEqualTo(1);
        assertThat(book.origin()).isEqualTo(Origin.SHIPPED);
        assertThat(book.author()).isNull();
        assertThat(book.hash()).matches("[0-9a-f]{64}");
        assertThat(book.madeAt()).isEqualTo(deployment);
        assertThat(book.holdsFrom()).isEqualTo(AgencyDays.of(deployment, clock));
        assertThat(book.models()).isEqualTo(files("processes", ".bpmn"));
        assertThat(book.decisionTables()).isEqualTo(files("processes", ".dmn"));
        assertThat(book.forms()).isEqualTo(files("forms", ".html"));
        assertThat(trail(book)).isPositive();
    }

    @Test
    void aSecondStartRecordsNothing() {
        var before = newestFirst();
        var entries = trail(before.get(0));
        start.run(null);

        assertThat(newestFirst()).isEqualTo(before);
        assertThat(trail(before.get(0))).isEqualTo(entries);
    }

    @Test
    void olderDeploymentsGetTheirNumbersInTheOrderOfTheirTime() {
        var later = deploy("2025-03-01T00:00:00Z", "<p>kedua</p>");
        var first = deploy("2025-02-01T00:00:00Z", "<p>pertama</p>");
        forgetBooks();
        start.run(null);

        assertThat(number(first)).isEqualTo(1);
        assertThat(number(later)).isEqualTo(2);
        assertThat(newestFirst()).extracting(RuleBookView::number).containsExactly(3, 2, 1);
    }

    @Test
    void aBookKeepsItsNumberWhateverIsFoundLater() {
        var shipped = newestFirst().get(0);
        deploy("2025-02-01T00:00:00Z", "<p>lain</p>");
        start.run(null);

        assertThat(newestFirst()).extracting(RuleBookView::number).containsExactly(2, 1);
        assertThat(newestFirst().get(1)).isEqualTo(shipped);
    }

    @Test
    void equalFilesHaveEqualHashesAndNumbersOfTheirOwn() {
        deploy("2025-02-01T00:00:00Z", "<p>sama</p>");
        deploy("2025-03-01T00:00:00Z", "<p>beda</p>");
        deploy("2025-04-01T00:00:00Z", "<p>sama</p>");
        start.run(null);
        var hashes = newestFirst().stream().map(RuleBookView::hash).toList();

        assertThat(hashes).hasSize(4);
        assertThat(hashes.get(0)).isEqualTo(hashes.get(2)).isNotEqualTo(hashes.get(1));
    }

    @Test
    void twoServersAtOnceRecordABookOnce() throws Exception {
        deploy("2025-02-01T00:00:00Z", "<p>" + UUID.randomUUID() + "</p>");
        assertThatThrownBy(() -> Races.whileUncommitted(
                        transactions,
                        () -> {
                            books.recordNew();
                            entities.flush();
                            return null;
                        },
                        () -> {
                            books.recordNew();
                            return null;
                        }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(Refusal.class);

        var recorded = newestFirst();
        assertThat(recorded).extracting(RuleBookView::number).containsExactly(2, 1);
        assertThat(trail(recorded.get(0))).isEqualTo(1);
    }

    @Test
    void theEngineDeletesNoDeploymentThatIsABook() {
        var one = deploy("2025-02-01T00:00:00Z", "<p>tetap</p>");
        start.run(null);

        assertThatThrownBy(() -> models.deleteDeployment(one)).isInstanceOf(RuntimeException.class);
        assertThat(number(one)).isEqualTo(2);
    }

    /**
     * One form is enough: no definition gets another version by it. It gets its name later, because the gate lets nothing
     * but whole books pass by that.
     */
    private String deploy(String at, String form) {
        var id = models.createDeployment()
                .name("uji-buku")
                .addString("uji-buku.html", form)
                .deploy()
                .getId();
        deployed.add(id);
        database.sql("update ACT_RE_DEPLOYMENT set NAME_ = ?, DEPLOY_TIME_ = ? where ID_ = ?")
                .params(RuleBook.DEPLOYMENT, Timestamp.from(Instant.parse(at)), id)
                .update();
        return id;
    }

    private void forgetBooks() {
        database.sql("delete from rule_book").update();
    }

    private List<RuleBookView> newestFirst() {
        return books.newestFirst(Pageable.unpaged()).getContent();
    }

    private List<Instant> deployments() {
        return models.createDeploymentQuery().deploymentName(RuleBook.DEPLOYMENT).list().stream()
                .map(each -> each.getDeploymentTime().toInstant())
                .toList();
    }

    private int number(String deployment) {
        return database.sql("select number from rule_book where deployment_id = ?")
                .param(deployment)
                .query(Integer.class)
                .single();
    }

    /** Entries of the trail that tell of the very book. */
    private long trail(RuleBookView book) {
        return database.sql("select count(*) from trail_entry where what = 'ruleBook.made' and answer like ?")
                .param("%\"ruleBook\":" + book.number() + ",%" + book.hash() + "%")
                .query(Long.class)
                .single();
    }

    private static int files(String folder, String ending) {
        return Objects.requireNonNull(Path.of(folder).toFile().list((where, name) -> name.endsWith(ending))).length;
    }
}
