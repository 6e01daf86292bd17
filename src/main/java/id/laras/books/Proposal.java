package id.laras.books;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Length;

/** Files that wait for a second person before they become a book (usulan buku aturan). */
@Entity
@Table(name = "rule_book_proposal")
class Proposal {

    enum State {
        WAITING,
        APPROVED,
        DECLINED
    }

    @Id
    private String id;

    /** Number of the book in which the files are to be replaced. */
    private int base;

    /** Of the book that it would be. */
    private String hash;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String author;

    @Column(length = Length.LONG32)
    private String reason;

    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private String decidedBy;
    private Instant decidedAt;

    @Column(length = Length.LONG32)
    private String decision;

    @ElementCollection
    @CollectionTable(name = "rule_book_proposal_file", joinColumns = @JoinColumn(name = "proposal"))
    @MapKeyColumn(name = "name")
    @Column(name = "content", length = Length.LONG32)
    private Map<String, byte[]> files = new HashMap<>();

    @Version
    private Long version;

    protected Proposal() {}

    static Proposal of(
            int base, String hash, Map<String, byte[]> files, String author, Origin origin, String reason, Instant at) {
        var proposal = new Proposal();
        proposal.id = UUID.randomUUID().toString();
        proposal.base = base;
        proposal.hash = hash;
        proposal.files.putAll(files);
        proposal.author = author;
        proposal.origin = origin;
        proposal.reason = reason;
        proposal.madeAt = at;
        proposal.state = State.WAITING;
        return proposal;
    }

    /** Once decided it is a note: the files stand in the book, or nowhere. */
    void decide(State state, String by, String reason, Instant at) {
        this.state = state;
        decidedBy = by;
        decision = reason;
        decidedAt = at;
        files.clear();
    }

    String id() {
        return id;
    }

    int base() {
        return base;
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

    String reason() {
        return reason;
    }

    Instant madeAt() {
        return madeAt;
    }

    State state() {
        return state;
    }

    Map<String, byte[]> files() {
        return Map.copyOf(files);
    }
}
