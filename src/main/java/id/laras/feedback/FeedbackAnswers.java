package id.laras.feedback;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All answers. */
interface FeedbackAnswers extends JpaRepository<FeedbackAnswer, String> {

    List<FeedbackAnswer> findByEvaluationId(String evaluationId);
}
