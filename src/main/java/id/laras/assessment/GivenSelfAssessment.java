package id.laras.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A self-assessment as it was given. Appended, never changed; the latest counts. */
@Entity
@Immutable
@Table(name = "self_assessment")
class GivenSelfAssessment {

    @Id
    private String id;

    private String evaluationId;
    private int number;

    /** JSON of {@link SelfAssessment}. */
    private String answer;

    private Instant assessedAt;

    @Version
    private Long version;

    protected GivenSelfAssessment() {}

    GivenSelfAssessment(String evaluationId, int number, String answer, Instant assessedAt) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.number = number;
        this.answer = answer;
        this.assessedAt = assessedAt;
    }

    int number() {
        return number;
    }

    String answer() {
        return answer;
    }

    Instant assessedAt() {
        return assessedAt;
    }
}
