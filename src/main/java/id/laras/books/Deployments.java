package id.laras.books;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the engine has deployed; the engine is behind it. */
public interface Deployments {

    record Deployment(String id, Instant madeAt) {}

    /** @param table whether it is a decision table, and no model */
    record Definition(String id, String key, String name, int version, String file, boolean table) {}

    /** What has just been deployed. */
    record Made(Deployment deployment, List<Definition> definitions) {}

    /** Whole rule books, oldest first. */
    List<Deployment> ofRuleBooks();

    /** Contents by the names of the files. */
    Map<String, byte[]> files(String deploymentId);

    /**
     * Deploys a whole rule book, whoever asks: that they may has been decided before.
     *
     * @throws BookRefused when the gate or the engine refuses it
     */
    Made deploy(Map<String, byte[]> files, String source);

    /**
     * As {@link #deploy}, but nothing of it stays.
     *
     * @throws BookRefused when the gate or the engine refuses it
     */
    void tryOut(Map<String, byte[]> files);

    /** How many evaluations run on each; a deployment on which none runs is left out. */
    Map<String, Long> evaluations(Collection<String> deploymentIds);
}
