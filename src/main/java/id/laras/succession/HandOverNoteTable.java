package id.laras.succession;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All hand-over notes. */
interface HandOverNoteTable extends JpaRepository<HandOverNote, String> {

    List<HandOverNote> findByEvaluationIdOrderByWrittenAt(String evaluationId);
}
