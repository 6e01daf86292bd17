package id.laras.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.Length;

/** Models, tables and forms that were deployed together (buku aturan). Never changed, never deleted. */
@Entity
@Table(name = "rule_book")
class Book {

    @Id
    private Integer number;

    private String deploymentId;
    private String hash;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    /** Account; null when nobody made it. */
    private String author;

    /** Account of the second person; null where nobody had to approve. */
    private String approver;

    @Column(length = Length.LONG32)
    private String reason;

    private Instant madeAt;
    private LocalDate holdsFrom;
    private int models;
    private int decisionTables;
    private int forms;

    @Version
    private Long version;

    protected Book() {}

    /** A book that the application brought: it has no author, and holds from the day on which it was deployed. */
    static Book shipped(int number, Deployments.Deployment deployment, BookFiles files, LocalDate holdsFrom) {
        var book = new Book();
        book.number = number;
        book.deploymentId = deployment.id();
        book.hash = files.hash();
        book.origin = Origin.SHIPPED;
        book.madeAt = deployment.madeAt();
        book.holdsFrom = holdsFrom;
        book.models = files.models();
        book.decisionTables = files.decisionTables();
        book.forms = files.forms();
        return book;
    }

    /** A book of HR's own. */
    Book madeBy(String author, String approver, Origin origin, String reason) {
        this.author = author;
        this.approver = approver;
        this.origin = origin;
        this.reason = reason;
        return this;
    }

    int number() {
        return number;
    }

    String deploymentId() {
        return deploymentId;
    }

    String hash() {
        return hash;
    }

    Origin origin() {
        return origin;
    }

    String author() {
        return author;
    }

    String approver() {
        return approver;
    }

    String reason() {
        return reason;
    }

    Instant madeAt() {
        return madeAt;
    }

    LocalDate holdsFrom() {
        return holdsFrom;
    }

    int models() {
        return models;
    }

    int decisionTables() {
        return decisionTables;
    }

    int forms() {
        return forms;
    }
}
