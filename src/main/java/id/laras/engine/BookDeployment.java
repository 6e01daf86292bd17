package id.laras.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Deploys a whole rule book with the rights of the application: nobody has a grant to deploy in the engine, and room books has
 * asked who may. In the caller's transaction.
 */
@Component
public class BookDeployment {

    private final ProcessEngine engine;

    BookDeployment(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param source null for none */
    public DeploymentWithDefinitions deploy(Map<String, byte[]> files, String source) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name(RuleBook.DEPLOYMENT)
                .source(source);
        new TreeMap<>(files)
                .forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return AsApplication.call(engine, context -> deployment.deployWithResult());
    }
}
