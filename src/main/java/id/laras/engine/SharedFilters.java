package id.laras.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The task lists that everybody finds in Tasklist, most urgent first, so that nobody sees an empty screen. "Of my group" is
 * also what two may take: a task that a former and a new assessor share, or a person and their substitute.
 */
@Component
@Order(2)
public class SharedFilters implements ApplicationRunner {

    private static final String GROUP_TASKS = "Tugas kelompok saya";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    SharedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    public void run(ApplicationArguments args) {
        keep("Tugas saya", 10, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        keep(GROUP_TASKS, 20, tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}"));
        keep(
                "Dibagi dengan pengganti",
                25,
                tasks.createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        .includeAssignedTasks()
                        .taskVariableValueEquals(SubstituteTasks.SHARED, true));
        keep(
                "Terlambat",
                30,
                tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateUserExpression("${currentUser()}")
                        .endOr()
                        .dueBeforeExpression(GuardedExpressions.SECOND_AGO));
    }

    /** The id of the list of what a person's groups may take; empty before the lists were made. */
    public Optional<String> groupTasks() {
        return Optional.ofNullable(
                        filters.createFilterQuery().filterName(GROUP_TASKS).singleResult())
                .map(Filter::getId);
    }

    private void keep(String name, int priority, TaskQuery query) {
        var found = filters.createFilterQuery().filterName(name).list();
        var filter = found.isEmpty() ? filters.newTaskFilter(name) : found.get(0);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false));
        filters.saveFilter(filter);
        letEverybodyRead(filter.getId());
    }

    private void letEverybodyRead(String filterId) {
        var granted = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GLOBAL)
                .resourceType(Resources.FILTER)
                .resourceId(filterId);
        if (granted.count() == 0) {
            var everybody = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
            everybody.setResource(Resources.FILTER);
            everybody.setResourceId(filterId);
            everybody.addPermission(Permissions.READ);
            authorizations.saveAuthorization(everybody);
        }
    }
}
