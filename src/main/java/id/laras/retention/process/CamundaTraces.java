package id.laras.retention.process;

import id.laras.retention.EngineTraces;
import java.util.Collection;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Every process of an evaluation carries its id as business key, those that were called too. */
@Component
class CamundaTraces implements EngineTraces {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final AuthorizationService authorizations;

    CamundaTraces(
            @Lazy RuntimeService runtime, @Lazy HistoryService history, @Lazy AuthorizationService authorizations) {
        this.runtime = runtime;
        this.history = history;
        this.authorizations = authorizations;
    }

    @Override
    public void begin(String erasureId) {
        runtime.startProcessInstanceByKey(ErasureProcess.KEY, erasureId);
    }

    @Override
    public boolean anyRuns(Collection<String> businessKeys) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                        .unfinished()
                        .count()
                > 0;
    }

    @Override
    public void forget(Collection<String> businessKeys) {
        var runs = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        for (var run : runs) {
            // none of these goes with the instance
            history.createHistoricDecisionInstanceQuery()
                    .processInstanceId(run)
                    .list()
                    .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
            history.createUserOperationLogQuery()
                    .processInstanceId(run)
                    .list()
                    .forEach(entry -> history.deleteUserOperationLogEntry(entry.getId()));
        }
        if (!runs.isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(runs);
        }
    }

    @Override
    public void forgetPerson(String account) {
        authorizations
                .createAuthorizationQuery()
                .userIdIn(account)
                .list()
                .forEach(granted -> authorizations.deleteAuthorization(granted.getId()));
        history.createUserOperationLogQuery()
                .userId(account)
                .list()
                .forEach(entry -> history.deleteUserOperationLogEntry(entry.getId()));
    }
}
