package id.laras.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The second door to completion leads through the first. The engine's own form submission would write everything that
 * was submitted into its history of form fields.
 */
final class GuardedFormService extends FormServiceImpl {

    private final GuardedTaskService tasks;
    private final AccountVariables accounts;

    GuardedFormService(GuardedTaskService tasks, AccountVariables accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> formVariables, boolean deserialize) {
        return accounts.withoutThem(super.getTaskFormVariables(taskId, formVariables, deserialize));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, properties == null ? null : new HashMap<>(properties));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        tasks.complete(taskId, properties);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return tasks.completeWithVariablesInReturn(taskId, properties, deserializeValues);
    }
}
