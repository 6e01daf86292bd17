package id.laras.substitution.process;

import id.laras.engine.SubstituteTasks;
import id.laras.steps.Step;
import id.laras.substitution.PersonsTasks;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the engine's open tasks of a person in words of this room. */
@Component
class EnginePersonsTasks implements PersonsTasks {

    private final SubstituteTasks tasks;

    EnginePersonsTasks(SubstituteTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Open> of(String person) {
        return tasks.open(person).stream()
                .map(task -> new Open(
                        task.taskId(),
                        task.name(),
                        Step.of(task.process(), task.task()).flatMap(Step::kind).orElse(null),
                        task.with(),
                        task.holder()))
                .toList();
    }

    /** A transaction of ours, so that it is tried again where it only met whoever works on the task. */
    @Override
    @Transactional
    public void takeBack(String taskId, String person) {
        tasks.takeBack(taskId, person);
    }
}
