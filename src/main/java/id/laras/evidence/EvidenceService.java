package id.laras.evidence;

import id.laras.cycle.EvaluationId;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether evidence can be looked at by those who judge it. */
@Service
@Transactional(readOnly = true)
public class EvidenceService {

    static final int LONGEST_LINK = 2000;
    static final int MOST = 20;

    private final StoredFiles files;

    EvidenceService(StoredFiles files) {
        this.files = files;
    }

    /** What is wrong with the evidence; empty when all of it is fine, or there is none. */
    public List<Problem> problems(EvaluationId evaluation, List<Evidence> evidence) {
        if (evidence == null || evidence.isEmpty()) {
            return List.of();
        }
        if (evidence.size() > MOST) {
            return List.of(new Problem("evidence.many", MOST));
        }
        var known = known(evaluation, evidence);
        var problems = new ArrayList<Problem>();
        for (var proof : evidence) {
            var hasLink = proof != null && !isBlank(proof.link());
            var hasFile = proof != null && !isBlank(proof.fileId());
            if (hasLink == hasFile) {
                problems.add(new Problem("evidence.either"));
            } else if (hasLink && !isWebAddress(proof.link().strip())) {
                problems.add(new Problem("evidence.link", brief(proof.link())));
            } else if (hasFile && !known.contains(proof.fileId())) {
                problems.add(new Problem("evidence.file.unknown"));
            }
        }
        return problems;
    }

    private Set<String> known(EvaluationId evaluation, List<Evidence> evidence) {
        var ids = evidence.stream()
                .filter(Objects::nonNull)
                .map(Evidence::fileId)
                .filter(id -> !isBlank(id))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Set.of() : files.findIds(evaluation.value(), ids);
    }

    /** Only http and https: anything else could run in the browser of who judges the evidence. */
    static boolean isWebAddress(String link) {
        if (link.length() > LONGEST_LINK) {
            return false;
        }
        try {
            var uri = new URI(link);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isBlank(String text) {
        return Reasons.missing(text);
    }

    private static String brief(String text) {
        var stripped = text.strip();
        return stripped.length() <= 60 ? stripped : stripped.substring(0, 59) + "…";
    }
}
