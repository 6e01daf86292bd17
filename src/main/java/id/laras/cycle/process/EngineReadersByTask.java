package id.laras.cycle.process;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.ReadersByTask;
import id.laras.engine.SubstituteTasks;
import id.laras.engine.TaskRights;
import org.springframework.stereotype.Component;

/** Asks the engine's open tasks: with the last of them the right to read is gone. */
@Component
class EngineReadersByTask implements ReadersByTask {

    private final SubstituteTasks tasks;
    private final TaskRights rights;

    EngineReadersByTask(SubstituteTasks tasks, TaskRights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    @Override
    public boolean mayRead(String account, EvaluationId evaluation) {
        return tasks.isSubstituteIn(evaluation.value(), account) || rights.wasNamed(evaluation.value(), account);
    }
}
