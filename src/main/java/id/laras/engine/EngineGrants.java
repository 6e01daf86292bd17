package id.laras.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import id.laras.security.Role;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine, kept in step at every start. Staff get nothing but Tasklist and the diagrams: the
 * engine itself lets an assignee work on his task. HR reads (it retries on its own page: through REST the same permission
 * would let it fire or stop any timer), auditors read, the
 * administrator sees how the system runs and no evaluation. Nobody deploys, starts, changes or deletes through REST.
 */
@Component
@Order(1)
class EngineGrants implements ApplicationRunner {

    private record Grant(Role role, Resource resource, String id, Permission... permissions) {}

    private static final List<Grant> GRANTS = List.of(
            new Grant(Role.STAFF, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            new Grant(Role.STAFF, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ),
            new Grant(Role.HR, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            new Grant(
                    Role.HR,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_TASK),
            new Grant(Role.HR, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
            new Grant(Role.HR, Resources.DEPLOYMENT, ANY, Permissions.READ),
            new Grant(Role.AUDITOR, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            new Grant(
                    Role.AUDITOR,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_TASK),
            new Grant(Role.AUDITOR, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
            new Grant(Role.AUDITOR, Resources.DEPLOYMENT, ANY, Permissions.READ),
            new Grant(Role.AUDITOR, Resources.HISTORIC_TASK, ANY, HistoricTaskPermissions.READ),
            new Grant(Role.AUDITOR, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ),
            new Grant(Role.ADMIN, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            new Grant(Role.ADMIN, Resources.APPLICATION, "admin", Permissions.ACCESS),
            new Grant(Role.ADMIN, Resources.DEPLOYMENT, ANY, Permissions.READ),
            new Grant(Role.ADMIN, Resources.SYSTEM, ANY, SystemPermissions.READ));

    private final AuthorizationService authorizations;

    EngineGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void run(ApplicationArguments args) {
        GRANTS.forEach(this::keep);
    }

    private void keep(Grant grant) {
        var group = grant.role().group();
        var found = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        if (found == null) {
            found = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            found.setGroupId(group);
            found.setResource(grant.resource());
            found.setResourceId(grant.id());
        }
        found.setPermissions(grant.permissions());
        authorizations.saveAuthorization(found);
    }
}
