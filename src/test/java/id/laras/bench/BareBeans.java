package id.laras.bench;

import id.laras.processes.Models;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * A stand-in for every bean that a model names, as the models name them: it does nothing but set the flags that the
 * gateways behind it need, and answers what it is asked.
 */
final class BareBeans {

    private static final Map<String, Map<String, Object>> FLAGS = Map.of(
            "planCheckInDelegate",
            Map.of("checkInPlanned", true, "nextCheckIn", "2099-10-01T00:00:00+07:00"),
            "inviteColleaguesDelegate",
            Map.of("colleaguesInvited", true),
            "joinCalibrationDelegate",
            Map.of("calibrationAwaited", true),
            "applyCalibrationDelegate",
            Map.of("predicateChanged", false));

    /** As many opinions as Laras asks for in the benchmark's organisation. */
    private static final Map<String, Function<Object[], Object>> ANSWERS = Map.of(
            "feedbackRespondents.invitations", of -> List.of("rekan1", "rekan2", "rekan3"),
            "feedbackRespondents.account", of -> of[0]);

    /** What is not in the table, is answered with a group: all other questions so far are for whom a task is. */
    private static final Object A_GROUP = List.of("sdm");

    private BareBeans() {}

    static SpringExpressionManager expressions() {
        var beans = new HashMap<Object, Object>();
        names().forEach(name -> beans.put(name, new StandIn(name)));
        return new SpringExpressionManager(null, beans) {
            @Override
            protected ELResolver createElResolver() {
                var chain = new CompositeELResolver();
                chain.add(new Answering());
                chain.add(super.createElResolver());
                return chain;
            }
        };
    }

    /** All beans that the models name; what the tables above say of others would be forgotten there. */
    static Set<String> names() {
        var names = new TreeSet<>(Models.delegates());
        names.addAll(Models.listeners());
        for (var question : Models.questions()) {
            names.add(question.substring(0, question.indexOf('.')));
        }
        if (!Models.delegates().containsAll(FLAGS.keySet())
                || !Models.questions().containsAll(ANSWERS.keySet())) {
            throw new IllegalStateException("No model names these any more: " + FLAGS.keySet() + ANSWERS.keySet());
        }
        FLAGS.forEach((delegate, flags) -> flags.keySet().forEach(flag -> {
            if (Models.all().stream().noneMatch(model -> model.text().contains("{" + flag + "}"))) {
                throw new IllegalStateException("No model reads " + flag + ", the flag of " + delegate);
            }
        }));
        return names;
    }

    private record StandIn(String name) implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariables(FLAGS.getOrDefault(name, Map.of()));
        }

        @Override
        public void notify(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }

    private static final class Answering extends BeanELResolver {

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
            if (!(base instanceof StandIn bean)) {
                return null;
            }
            context.setPropertyResolved(true);
            return ANSWERS.getOrDefault(bean.name() + "." + method, of -> A_GROUP)
                    .apply(values);
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {}

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }
    }
}
