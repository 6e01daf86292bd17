package id.laras.engine;

import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricVariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks who may read past variables by process alone. The engine would also look for grants on each past task, which nobody
 * has ({@link OwnTaskGrants}), by a join that no index serves: minutes for one search of HR's.
 */
final class PastVariableGrants extends AuthorizationManager {

    @Override
    public void configureHistoricVariableInstanceQuery(HistoricVariableInstanceQueryImpl query) {
        query.getAuthCheck().setHistoricInstancePermissionsEnabled(false);
        configureQuery(
                query,
                Resources.PROCESS_DEFINITION,
                "RES.PROC_DEF_KEY_",
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
    }

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new PastVariableGrants();
            }
        };
    }
}
