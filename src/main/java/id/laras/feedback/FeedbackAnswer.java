package id.laras.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one colleague said. Deliberately without author and time. */
@Entity
class FeedbackAnswer {

    @Id
    private String id;

    private String evaluationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ValueRating> ratings;

    @Column(length = Length.LONG32)
    private String remark;

    @Version
    private Long version;

    protected FeedbackAnswer() {}

    FeedbackAnswer(String evaluationId, List<ValueRating> ratings, String remark) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.ratings = ratings;
        this.remark = remark;
    }

    String id() {
        return id;
    }

    List<ValueRating> ratings() {
        return ratings;
    }

    String remark() {
        return remark;
    }
}
