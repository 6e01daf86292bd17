package id.laras.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.Length;

/** What one colleague said. Deliberately without author and time. */
@Entity
class FeedbackAnswer {

    @Id
    private String id;

    private String evaluationId;

    /** JSON list of {@link ValueRating}. */
    @Column(length = Length.LONG32)
    private String ratings;

    @Column(length = Length.LONG32)
    private String remark;

    @Version
    private Long version;

    protected FeedbackAnswer() {}

    FeedbackAnswer(String evaluationId, String ratings, String remark) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.ratings = ratings;
        this.remark = remark;
    }

    String id() {
        return id;
    }

    String ratings() {
        return ratings;
    }

    String remark() {
        return remark;
    }
}
