package id.laras.engine;

import java.util.Map;

/** What stands between whoever deploys and the engine; room books says what may pass. */
public interface DeploymentGate {

    /**
     * Asked of every new deployment, in its transaction and before the engine reads it.
     *
     * @param name  of the deployment, null when it has none
     * @param files contents by the names of the files
     * @throws RuntimeException when it may not pass; nothing of it is stored then
     */
    void check(String name, Map<String, byte[]> files);

    /** Whether what a release brings is deployed at the start; not where the agency has a book of its own. */
    boolean takesShipped();
}
