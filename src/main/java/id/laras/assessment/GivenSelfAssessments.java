package id.laras.assessment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All self-assessments that were given; they can be added and read, nothing else. */
interface GivenSelfAssessments extends Repository<GivenSelfAssessment, String> {

    GivenSelfAssessment save(GivenSelfAssessment assessment);

    Optional<GivenSelfAssessment> findFirstByEvaluationIdOrderByNumberDesc(String evaluationId);
}
