package id.laras.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A self-assessment as it was given. Appended, never changed; the latest counts. */
@Entity
@Immutable
@Table(name = "self_assessment")
class GivenSelfAssessment {

    @Id
    private String id;

    private String evaluationId;
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private SelfAssessment answer;

    private Instant assessedAt;

    @Version
    private Long version;

    protected GivenSelfAssessment() {}

    GivenSelfAssessment(String evaluationId, int number, SelfAssessment answer, Instant assessedAt) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.number = number;
        this.answer = answer;
        this.assessedAt = assessedAt;
    }

    int number() {
        return number;
    }

    SelfAssessment answer() {
        return answer;
    }

    Instant assessedAt() {
        return assessedAt;
    }
}
