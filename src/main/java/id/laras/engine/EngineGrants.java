package id.laras.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import id.laras.security.Role;
import id.laras.steps.ProcessModel;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine, kept in step at every start. Staff get nothing but Tasklist and the diagrams: the
 * engine itself lets an assignee work on their task. HR and auditors read the processes of {@link #READ_BY_OVERSIGHT},
 * nothing else: a model that is not in the catalogue is read by nobody. HR retries on its own page: through REST the same
 * permission would let it fire or stop any timer. The administrator sees how the system runs and no evaluation. Nobody
 * deploys, starts, changes or deletes through REST. What a table answered is read by nobody there: its history holds
 * each person's predicate and total, with the process, also one's own before it is shown.
 */
@Component
@Order(1)
class EngineGrants implements ApplicationRunner {

    /**
     * Keys of the processes whose instances, tasks and history HR and auditors read. Left out is what holds a
     * confidential step: its tasks and their history tell who was asked for an opinion and when they gave it.
     */
    static final List<String> READ_BY_OVERSIGHT = Stream.of(ProcessModel.values())
            .filter(model -> !model.isConfidential())
            .map(ProcessModel::key)
            .toList();

    private record Grant(Role role, Resource resource, String id, Permission... permissions) {

        boolean isKeptIn(Authorization found) {
            return found.getResourceType() == resource.resourceType()
                    && found.getResourceId().equals(id);
        }
    }

    private static final List<Grant> GRANTS = Stream.concat(
                    Stream.of(
                            new Grant(Role.STAFF, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                            new Grant(Role.STAFF, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ),
                            new Grant(Role.HR, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                            new Grant(Role.HR, Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                            new Grant(Role.HR, Resources.DEPLOYMENT, ANY, Permissions.READ),
                            new Grant(Role.AUDITOR, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                            new Grant(Role.AUDITOR, Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                            new Grant(Role.AUDITOR, Resources.DEPLOYMENT, ANY, Permissions.READ),
                            // not "TaskWorker": there stands who completed what
                            auditorReadsOperations(UserOperationLogEntry.CATEGORY_OPERATOR),
                            auditorReadsOperations(UserOperationLogEntry.CATEGORY_ADMIN),
                            new Grant(Role.ADMIN, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                            new Grant(Role.ADMIN, Resources.APPLICATION, "admin", Permissions.ACCESS),
                            new Grant(Role.ADMIN, Resources.DEPLOYMENT, ANY, Permissions.READ),
                            new Grant(Role.ADMIN, Resources.SYSTEM, ANY, SystemPermissions.READ)),
                    Stream.of(Role.HR, Role.AUDITOR)
                            .flatMap(role -> READ_BY_OVERSIGHT.stream().map(process -> readsAllOf(role, process))))
            .toList();

    private static Grant auditorReadsOperations(String category) {
        return new Grant(
                Role.AUDITOR, Resources.OPERATION_LOG_CATEGORY, category, UserOperationLogCategoryPermissions.READ);
    }

    private static Grant readsAllOf(Role role, String process) {
        return new Grant(
                role,
                Resources.PROCESS_DEFINITION,
                process,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE);
    }

    private final AuthorizationService authorizations;

    EngineGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void run(ApplicationArguments args) {
        Stream.of(Role.values()).forEach(this::takeBack);
        GRANTS.forEach(this::keep);
    }

    /** What an earlier version of this class granted and this one does not; what the engine grants on single tasks stays. */
    private void takeBack(Role role) {
        var ours = Stream.concat(
                authorizations.createAuthorizationQuery().groupIdIn(role.group()).resourceId(ANY).list().stream(),
                authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(role.group())
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .list()
                        .stream());
        ours.filter(found -> GRANTS.stream().noneMatch(grant -> grant.role() == role && grant.isKeptIn(found)))
                .map(Authorization::getId)
                .distinct()
                .forEach(authorizations::deleteAuthorization);
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
