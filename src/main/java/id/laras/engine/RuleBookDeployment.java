package id.laras.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models, tables and forms together as {@link RuleBook#DEPLOYMENT} whenever any of them has changed: one deployment is one
 * consistent rule book. Resources are called by their file names wherever the application runs from, because
 * {@code embedded:deployment:draft-targets.html} looks them up by that.
 */
@Component
class RuleBookDeployment extends DefaultDeploymentConfiguration {

    private final ObjectProvider<DeploymentGate> gate;

    RuleBookDeployment(ObjectProvider<DeploymentGate> gate) {
        this.gate = gate;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        super.preInit(configuration);
        configuration.setDeploymentName(RuleBook.DEPLOYMENT);
        configuration.setDeployChangedOnly(false);
    }

    /** None where the agency has a book of its own: a release never puts its models on top of that. */
    @Override
    public Set<Resource> getDeploymentResources() {
        return gate.getObject().takesShipped() ? shipped() : Set.of();
    }

    private Set<Resource> shipped() {
        var resources = new LinkedHashSet<Resource>();
        var found = new PathMatchingResourcePatternResolver();
        try {
            for (var pattern : camundaBpmProperties.getDeploymentResourcePattern()) {
                for (var resource : found.getResources(pattern)) {
                    resources.add(new Named(resource));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Models or forms cannot be read", e);
        }
        return resources;
    }

    private static final class Named extends ByteArrayResource implements ContextResource {

        private final String name;

        Named(Resource resource) throws IOException {
            super(resource.getContentAsByteArray());
            this.name = Objects.requireNonNull(resource.getFilename());
        }

        @Override
        public String getPathWithinContext() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && name.equals(named.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
