package id.laras.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All files. */
interface StoredFiles extends JpaRepository<StoredFile, String> {

    long countByEvaluationId(String evaluationId);

    /** Which of these ids are files of the evaluation; their content is not read. */
    @Query("select f.id from StoredFile f where f.evaluationId = :evaluationId and f.id in :ids")
    Set<String> findIds(String evaluationId, Collection<String> ids);

    /** Without the content. */
    @Query("select new id.laras.evidence.StoredFiles$Own(f.id, f.evaluationId, f.uploadedBy) from StoredFile f"
            + " where f.uploadedBy = :account or f.evaluationId in"
            + " (select e.id from Evaluation e where e.employee = :account) order by f.uploadedAt, f.id")
    List<Own> own(String account);

    /** Which file, of which evaluation, by whom. */
    record Own(String id, String evaluationId, String uploadedBy) {}
}
