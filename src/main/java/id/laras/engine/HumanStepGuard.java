package id.laras.engine;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Stands at every user task of every model: nobody can model a task that is completed without its step. */
final class HumanStepGuard extends AbstractBpmnParseListener {

    private final StepCompletion completion;

    HumanStepGuard(StepCompletion completion) {
        this.completion = completion;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, completion::begin);
        // Built-in listeners run before the model's own, and cannot be skipped by an API call.
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                open -> completion.complete(
                        process, open, Context.getCommandContext().getAuthenticatedUserId(), endsByTimer(activity)));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, gone -> completion.abandon(process, gone));
        if (task.getNameExpression() != null) {
            task.setNameExpression(new NameOfWhom(task.getNameExpression()));
        }
    }

    /** Boundary events are read after their task: this can be asked only once the model runs. */
    private static boolean endsByTimer(ActivityImpl activity) {
        // Where several are asked, the timer stands at all of them together.
        var scope = activity.isMultiInstance() ? activity.getFlowScope() : activity;
        return TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream()
                .anyMatch(TimerDeclarationImpl::isInterruptingTimer);
    }

    /**
     * The task's name and whom it is about, "Nilai pegawai · Siti Aminah": a supervisor has a dozen tasks of the same
     * name. An expression and not a listener, so that the name costs no update after the insert.
     */
    private record NameOfWhom(Expression name) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            var whom = scope.hasVariable("employeeName")
                    ? scope.getVariable("employeeName")
                    : scope.getVariable("unitName");
            return whom == null ? name.getValue(scope) : name.getValue(scope) + " · " + whom;
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getExpressionText() {
            return name.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
