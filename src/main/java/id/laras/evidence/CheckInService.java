package id.laras.evidence;

import id.laras.cycle.EvaluationId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and keeps check-ins. */
@Service
@Transactional
public class CheckInService {

    /** The check-ins that the employee has reported, oldest first. */
    public List<CheckIn> checkIns(EvaluationId evaluation) {
        return List.of();
    }
}
