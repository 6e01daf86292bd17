package id.laras.feedback;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** All invitations. */
interface FeedbackInvitations extends JpaRepository<FeedbackInvitation, String> {

    List<FeedbackInvitation> findByEvaluationIdOrderByRespondent(String evaluationId);

    Optional<FeedbackInvitation> findByEvaluationIdAndRespondent(String evaluationId, String respondent);
}
