package id.laras.books;

import id.laras.engine.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books that tests make, on which nobody runs when the next test comes. */
public final class Shelf {

    private static final String SECOND_PERSON = "laras.design.four-eyes";

    private final RepositoryService models;
    private final JdbcClient database;
    private final RuleBooks books;
    private final List<String> before;

    public Shelf(ApplicationContext application) {
        models = application.getBean(RepositoryService.class);
        database = application.getBean(JdbcClient.class);
        books = application.getBean(RuleBooks.class);
        before = deployments();
    }

    /** Until {@link #restore}. */
    public Shelf secondPerson(boolean needed) {
        System.setProperty(SECOND_PERSON, String.valueOf(needed));
        return this;
    }

    public List<String> deployments() {
        return models.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .sorted()
                .toList();
    }

    public long books() {
        return database.sql("select count(*) from rule_book").query(Long.class).single();
    }

    public long proposals() {
        return database.sql("select count(*) from rule_book_proposal")
                .query(Long.class)
                .single();
    }

    /** Entries of the trail that hold this text. */
    public long trail(String what, String text) {
        return database.sql("select count(*) from trail_entry where what = ? and answer like ?")
                .params(what, "%" + text + "%")
                .query(Long.class)
                .single();
    }

    /** Everything that a refusal must not change. */
    public String stored() {
        return deployments() + " " + books() + " " + proposals();
    }

    public void restore() {
        System.clearProperty(SECOND_PERSON);
        database.sql("delete from rule_book_proposal_file").update();
        database.sql("delete from rule_book_proposal").update();
        database.sql("delete from rule_book").update();
        models.createDeploymentQuery().deploymentName(RuleBook.DEPLOYMENT).list().stream()
                .map(Deployment::getId)
                .filter(each -> !before.contains(each))
                .forEach(each -> models.deleteDeployment(each, true));
        books.recordNew();
    }

    public static byte[] shipped(String file) {
        try {
            var folder = file.endsWith(".html") ? "forms" : "processes";
            return Files.readAllBytes(Path.of(folder, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped model with some of its text replaced, which must stand in it. */
    public static byte[] shipped(String file, String text, String other) {
        var model = new String(shipped(file), StandardCharsets.UTF_8);
        if (!model.contains(text)) {
            throw new IllegalArgumentException(file + " does not hold " + text);
        }
        return model.replace(text, other).getBytes(StandardCharsets.UTF_8);
    }
}
