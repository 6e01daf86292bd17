package id.laras.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
import org.springframework.beans.factory.ObjectProvider;

/** Stands at every user task of every model: nobody can model a task that is completed without its step. */
final class HumanStepGuard extends AbstractBpmnParseListener {

    private final StepCompletion completion;
    private final ObjectProvider<TaskSubjects> subjects;

    HumanStepGuard(StepCompletion completion, ObjectProvider<TaskSubjects> subjects) {
        this.completion = completion;
        this.subjects = subjects;
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
            task.setNameExpression(new FullName(task.getNameExpression(), subjects));
        }
    }

    /** Boundary events are read after their task: this can be asked only once the model runs. */
    static boolean endsByTimer(ActivityImpl activity) {
        // Where several are asked, the timer stands at all of them together.
        var scope = activity.isMultiInstance() ? activity.getFlowScope() : activity;
        return TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream()
                .anyMatch(TimerDeclarationImpl::isInterruptingTimer);
    }

    /**
     * The task's name, whom it is about and in which cycle, "Nilai pegawai · Siti Aminah · Kinerja 2026": an assessor has a
     * dozen tasks of the same name. An expression and not a listener, so that the name costs no update after the insert.
     */
    private static final class FullName implements Expression {

        private static final long serialVersionUID = 1L;

        /** The engine's column. */
        private static final int LONGEST = 255;

        private final Expression name;
        private final transient ObjectProvider<TaskSubjects> subjects;

        FullName(Expression name, ObjectProvider<TaskSubjects> subjects) {
            this.name = name;
            this.subjects = subjects;
        }

        @Override
        public Object getValue(VariableScope scope) {
            var about = about(((DelegateExecution) scope).getProcessBusinessKey());
            // of what is none of a cycle's, such as a model of an agency's own
            var whom = about.isPresent()
                    ? about.get()
                    : scope.hasVariable("employeeName")
                            ? scope.getVariable("employeeName")
                            : scope.getVariable("unitName");
            var full = whom == null ? name.getValue(scope) : name.getValue(scope) + " · " + whom;
            return full instanceof String text && text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : full;
        }

        private Optional<String> about(String businessKey) {
            return businessKey == null
                    ? Optional.empty()
                    : subjects.stream()
                            .flatMap(room -> room.about(businessKey).stream())
                            .findFirst();
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
