package id.laras.succession;

import id.laras.cycle.EvaluationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Length;

/** The hand-over note (catatan serah terima) of a former assessor. Written once, never changed. */
@Entity
class HandOverNote {

    @Id
    private String id;

    private String evaluationId;
    private String changeId;
    private String writer;

    @Column(length = Length.LONG32)
    private String agreed;

    @Column(length = Length.LONG32)
    private String seen;

    @Column(length = Length.LONG32)
    private String remaining;

    private Instant writtenAt;

    @Version
    private Long version;

    protected HandOverNote() {}

    HandOverNote(EvaluationId evaluation, String changeId, String writer, NewNote note, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluation.value();
        this.changeId = changeId;
        this.writer = writer;
        this.agreed = note.agreed();
        this.seen = note.seen();
        this.remaining = note.remaining();
        this.writtenAt = at;
    }

    String writer() {
        return writer;
    }

    String agreed() {
        return agreed;
    }

    String seen() {
        return seen;
    }

    String remaining() {
        return remaining;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
