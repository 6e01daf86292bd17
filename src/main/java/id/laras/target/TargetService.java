package id.laras.target;

import id.laras.cycle.EvaluationId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the plans of targets in versions. */
@Service
@Transactional
public class TargetService {

    /** The version that counts: the latest approved one, empty before the first approval. */
    public Optional<Plan> approved(EvaluationId evaluation) {
        return Optional.empty();
    }

    /** Every version that was ever proposed, oldest first. */
    public List<Plan> versions(EvaluationId evaluation) {
        return List.of();
    }
}
