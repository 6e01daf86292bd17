package id.laras.engine;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.query.Query;

/**
 * What a path of Camunda's API is about, and whether the caller sees it: by the same query that would list it, which the
 * engine narrows to what the caller may read.
 */
enum EngineObject {
    TASK("/task/", (engine, id) -> engine.getTaskService().createTaskQuery().taskId(id)),
    FILTER(
            "/filter/",
            (engine, id) -> engine.getFilterService().createFilterQuery().filterId(id)),
    PAST_PROCESS_INSTANCE(
            "/history/process-instance/",
            (engine, id) -> engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(id)),
    PAST_DECISION(
            "/history/decision-instance/",
            (engine, id) -> engine.getHistoryService()
                    .createHistoricDecisionInstanceQuery()
                    .decisionInstanceId(id)),
    PROCESS_INSTANCE(
            "/process-instance/",
            (engine, id) ->
                    engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id)),
    VARIABLE(
            "/variable-instance/",
            (engine, id) ->
                    engine.getRuntimeService().createVariableInstanceQuery().variableId(id)),
    JOB("/job/", (engine, id) -> engine.getManagementService().createJobQuery().jobId(id)),
    PROCESS_DEFINITION(
            "/process-definition/",
            (engine, id) ->
                    engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionId(id)),
    DECISION_DEFINITION(
            "/decision-definition/",
            (engine, id) -> engine.getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionId(id)),
    DEPLOYMENT(
            "/deployment/",
            (engine, id) ->
                    engine.getRepositoryService().createDeploymentQuery().deploymentId(id)),
    USER("/user/", (engine, id) -> engine.getIdentityService().createUserQuery().userId(id)),
    GROUP(
            "/group/",
            (engine, id) -> engine.getIdentityService().createGroupQuery().groupId(id));

    private final String segment;
    private final BiFunction<ProcessEngine, String, Query<?, ?>> query;

    EngineObject(String segment, BiFunction<ProcessEngine, String, Query<?, ?>> query) {
        this.segment = segment;
        this.query = query;
    }

    /** @throws IllegalStateException for a path whose {@code {id}} is none of these: it must not be open */
    static EngineObject in(String path) {
        return Arrays.stream(values())
                .filter(object -> path.contains(object.segment + "{id}"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody can be asked who sees what is named in " + path));
    }

    /** Whether the person on whose behalf the engine is being asked sees it. */
    boolean isSeen(ProcessEngine engine, String id) {
        return query.apply(engine, id).count() > 0;
    }
}
