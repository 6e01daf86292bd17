package id.laras.engine;

import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;

/**
 * What the engine grants on a single task to whom it is given: to work on it, and later to find it in the history with
 * its comments. Not the historic variables: with that permission on one task the engine hands out those of its whole
 * process, among them who else was asked for an opinion.
 */
final class OwnTaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected Permission[] getHistoricPermissions(boolean enforceSpecificVariablePermission) {
        return new Permission[] {HistoricTaskPermissions.READ};
    }
}
