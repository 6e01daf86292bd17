package id.laras.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * Closes CVE-2026-109432: the engine evaluates expressions that anybody who is logged in may write into a task query or
 * filter. Only queries evaluate without a scope, and there nothing but the three expressions of our shared filters is
 * evaluated; everything else is refused.
 */
final class GuardedExpressions extends SpringExpressionManager {

    static final Set<String> IN_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    GuardedExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), this, text);
    }

    private static final class Guarded extends JuelExpression {

        Guarded(ValueExpression value, GuardedExpressions manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution context) {
            if (scope == null && !IN_QUERIES.contains(getExpressionText())) {
                throw new BadUserRequestException("A query may only contain " + IN_QUERIES);
            }
            return super.getValue(scope, context);
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution context) {
            if (scope == null) {
                throw new BadUserRequestException("A query sets nothing");
            }
            super.setValue(value, scope, context);
        }
    }
}
