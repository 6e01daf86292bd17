package id.laras.cycle.process;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.StandInReaders;
import id.laras.engine.SubstituteTasks;
import org.springframework.stereotype.Component;

/** Asks the engine's open tasks: with the last of them the right to read is gone. */
@Component
class EngineStandInReaders implements StandInReaders {

    private final SubstituteTasks tasks;

    EngineStandInReaders(SubstituteTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public boolean mayRead(String account, EvaluationId evaluation) {
        return tasks.standsIn(evaluation.value(), account);
    }
}
