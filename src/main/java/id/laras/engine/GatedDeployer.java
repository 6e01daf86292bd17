package id.laras.engine;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before the engine's own deployers, so that nothing is deployed beside the gate: through REST, a page, Java or at
 * the start. The engine deploys anew, too, what has fallen out of its cache; that has passed already.
 */
final class GatedDeployer implements Deployer {

    private final ObjectProvider<DeploymentGate> gate;

    GatedDeployer(ObjectProvider<DeploymentGate> gate) {
        this.gate = gate;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            gate.getObject().check(deployment.getName(), files(deployment));
        }
    }

    private static Map<String, byte[]> files(DeploymentEntity deployment) {
        return deployment.getResources().values().stream()
                .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
    }
}
