package id.laras.evidence;

import java.util.Collection;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All files. */
interface StoredFiles extends JpaRepository<StoredFile, String> {

    long countByEvaluationId(String evaluationId);

    /** Which of these ids are files of the evaluation; their content is not read. */
    @Query("select f.id from StoredFile f where f.evaluationId = :evaluationId and f.id in :ids")
    Set<String> findIds(String evaluationId, Collection<String> ids);
}
