package id.laras.evidence;

import id.laras.cycle.EvaluationId;
import id.laras.rules.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether evidence can be looked at by those who judge it. */
@Service
@Transactional(readOnly = true)
public class EvidenceService {

    /** What is wrong with the evidence; empty when all of it is fine, or there is none. */
    public List<Refusal.Problem> problems(EvaluationId evaluation, List<Evidence> evidence) {
        return List.of();
    }
}
