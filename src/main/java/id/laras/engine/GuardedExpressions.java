package id.laras.engine;

import java.lang.reflect.Method;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The expressions of models, decision tables and queries: variables, and what {@link ModelReach} lists; at a deployment
 * too, where timer and signal starts are evaluated.
 *
 * <p>Closes CVE-2026-109432 besides: the engine evaluates expressions that anybody who is logged in may write into a task
 * query or filter. Only queries evaluate without a scope, and there nothing but the three expressions of our shared
 * filters is evaluated; everything else is refused.
 */
final class GuardedExpressions extends JuelExpressionManager {

    /** What is due in the last second of its day is late when that second is over, and not while it lasts (docs/adr/0087). */
    static final String SECOND_AGO = "${secondAgo()}";

    static final Set<String> IN_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}", SECOND_AGO);

    /** The engine and its plugins bring more: Spin's would make objects of classes that a text names. */
    static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now");

    private final ModelBeans modelBeans;

    GuardedExpressions(ModelBeans modelBeans) {
        this.modelBeans = modelBeans;
        super.addFunction("secondAgo", SecondAgo.METHOD);
    }

    @Override
    protected ELResolver createElResolver() {
        var chain = new CompositeELResolver();
        chain.add(new ModelReach.Beans(modelBeans));
        chain.add(new VariableScopeElResolver());
        chain.add(new VariableContextElResolver());
        chain.add(new ArrayELResolver(true));
        chain.add(new ListELResolver(true));
        chain.add(new MapELResolver(true));
        chain.add(new ModelReach.Methods());
        return chain;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    /** For decision tables, whose results are no larger in this language than in FEEL. */
    @Override
    protected ElProvider createElProvider() {
        var provider = super.createElProvider();
        return text -> {
            var expression = provider.createExpression(text);
            return variables -> TableLanguage.small(expression.getValue(variables));
        };
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), this, text);
    }

    /** A function of this language is a static method that everybody may call. */
    public static final class SecondAgo {

        private static final Method METHOD = method();

        private SecondAgo() {}

        public static Date secondAgo() {
            return Date.from(ClockUtil.getCurrentTime().toInstant().minusSeconds(1));
        }

        private static Method method() {
            try {
                return SecondAgo.class.getMethod("secondAgo");
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
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
