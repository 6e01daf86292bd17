package id.laras.books;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the engine has deployed; the engine is behind it. */
public interface Deployments {

    record Deployment(String id, Instant madeAt) {}

    /** Whole rule books, oldest first. */
    List<Deployment> ofRuleBooks();

    /** Contents by the names of the files. */
    Map<String, byte[]> files(String deploymentId);

    /** How many evaluations run on each; a deployment on which none runs is left out. */
    Map<String, Long> evaluations(Collection<String> deploymentIds);
}
