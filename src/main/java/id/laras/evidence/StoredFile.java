package id.laras.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Length;

/** A file that belongs to one evaluation and is never changed. */
@Entity
class StoredFile {

    @Id
    private String id;

    private String evaluationId;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    @Column(length = Length.LONG32)
    private byte[] content;

    private String uploadedBy;
    private Instant uploadedAt;

    @Version
    private Long version;

    protected StoredFile() {}

    StoredFile(
            String evaluationId,
            String fileName,
            FileKind kind,
            byte[] content,
            String uploadedBy,
            Instant uploadedAt) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.fileName = fileName;
        this.kind = kind;
        this.content = content;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    String id() {
        return id;
    }

    String evaluationId() {
        return evaluationId;
    }

    String fileName() {
        return fileName;
    }

    FileKind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }
}
