package id.laras.substitution.process;

import id.laras.engine.ModelBean;
import id.laras.engine.SubstituteTasks;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import id.laras.substitution.SubstitutionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shares a person's open tasks, or gives them back: whatever today's date says of them. Done twice it changes nothing. */
@Component
@ModelBean(ProcessModel.Keys.SUBSTITUTION)
@Does(Deed.ADMINISTERS)
class SettleTasksDelegate implements JavaDelegate {

    private final SubstitutionService substitutions;
    private final SubstituteTasks tasks;

    SettleTasksDelegate(SubstitutionService substitutions, SubstituteTasks tasks) {
        this.substitutions = substitutions;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.settle(substitutions.person(execution.getProcessBusinessKey()));
    }
}
