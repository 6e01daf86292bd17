package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import id.laras.LarasTest;
import id.laras.security.Role;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every model that is deployed is either read by HR and auditors, or kept from everybody on purpose. */
@LarasTest
@Tag("database")
class EngineGrantsTests {

    /** Tells who was asked for an opinion. */
    private static final String KEPT_FROM_EVERYBODY = "Assessment";

    private static final List<Permission> READING = List.of(
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_HISTORY,
            ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
            ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
            ProcessDefinitionPermissions.READ_TASK_VARIABLE);

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService models;

    @Autowired
    EngineGrants grants;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HR", "AUDITOR"})
    void oversightReadsEveryModelThatIsNotKeptFromEverybody(Role role) {
        var deployed = deployed();
        assertThat(deployed).contains(KEPT_FROM_EVERYBODY, "Evaluation", "Calibration");
        var read = new TreeSet<>(deployed);
        read.removeIf(Predicate.not(process -> mayRead(role, process)));
        deployed.remove(KEPT_FROM_EVERYBODY);
        assertThat(read).isEqualTo(deployed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAFF", "ADMIN"})
    void staffAndAdministratorsReadNoProcess(Role role) {
        assertThat(deployed()).noneMatch(process -> mayRead(role, process));
    }

    /** It holds everybody's predicate, also one's own before it is shown. */
    @ParameterizedTest
    @EnumSource
    void nobodyReadsWhatTheTablesAnswered(Role role) {
        for (var decision : models.createDecisionDefinitionQuery().list()) {
            assertThat(authorizations.isUserAuthorized(
                            "nobody",
                            List.of(role.group()),
                            Permissions.READ_HISTORY,
                            Resources.DECISION_DEFINITION,
                            decision.getKey()))
                    .as(decision.getKey())
                    .isFalse();
        }
    }

    @Test
    void whatAnEarlierVersionGrantedIsTakenBackAtStart() {
        var old = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        old.setGroupId(Role.HR.group());
        old.setResource(Resources.PROCESS_DEFINITION);
        old.setResourceId("*");
        old.addPermission(ProcessDefinitionPermissions.READ_HISTORY);
        authorizations.saveAuthorization(old);
        var onOneTask = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        onOneTask.setGroupId(Role.HR.group());
        onOneTask.setResource(Resources.TASK);
        onOneTask.setResourceId("some-task");
        onOneTask.addPermission(Permissions.READ);
        authorizations.saveAuthorization(onOneTask);

        grants.run(null);

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Role.HR.group())
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId("*")
                        .count())
                .isZero();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceId("some-task")
                        .count())
                .isEqualTo(1);
        authorizations.deleteAuthorization(onOneTask.getId());
    }

    private boolean mayRead(Role role, String process) {
        var allowed = READING.stream()
                .filter(permission -> authorizations.isUserAuthorized(
                        "nobody", List.of(role.group()), permission, Resources.PROCESS_DEFINITION, process))
                .count();
        assertThat(allowed).as("%s on %s: all or nothing", role, process).isIn(0L, (long) READING.size());
        return allowed > 0;
    }

    /** What the application deploys; other tests deploy a probe of theirs. */
    private TreeSet<String> deployed() {
        var keys = new TreeSet<>(models.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .toList());
        keys.removeIf(key -> key.startsWith("Probe"));
        return keys;
    }
}
