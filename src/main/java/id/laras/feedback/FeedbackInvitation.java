package id.laras.feedback;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * One colleague is asked about one employee. It knows whether the colleague has answered and never what: the answer carries no
 * author. Turning {@code answered} is guarded by the row's version, so nobody answers twice, not even at the same moment.
 */
@Entity
class FeedbackInvitation {

    @Id
    private String id;

    private String evaluationId;
    private String respondent;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private boolean answered;

    @Version
    private Long version;

    protected FeedbackInvitation() {}

    FeedbackInvitation(String evaluationId, String respondent, Relation relation) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.respondent = respondent;
        this.relation = relation;
    }

    void answer() {
        if (answered) {
            throw new IllegalStateException("Answered before");
        }
        answered = true;
    }

    String id() {
        return id;
    }

    String respondent() {
        return respondent;
    }

    Relation relation() {
        return relation;
    }

    boolean isAnswered() {
        return answered;
    }
}
