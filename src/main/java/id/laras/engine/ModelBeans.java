package id.laras.engine;

import java.util.AbstractMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that expressions in models may name: delegates, listeners and {@link ModelBean}s. Whoever may deploy a model
 * could otherwise call any bean of the application. Beans are looked up when asked for, because they need the engine.
 */
final class ModelBeans extends AbstractMap<Object, Object> {

    private static final List<Class<?>> OPEN =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class, ModelBean.class);

    private final BeanFactory beans;

    ModelBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name
                && beans.containsBean(name)
                && OPEN.stream().anyMatch(type -> beans.isTypeMatch(name, type));
    }

    @Override
    public Object get(Object key) {
        return containsKey(key) ? beans.getBean((String) key) : null;
    }

    /** Nobody may list them. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
