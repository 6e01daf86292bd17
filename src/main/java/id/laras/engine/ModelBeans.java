package id.laras.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans that expressions in models may name, see {@link ModelBean}. Beans are looked up when asked for, because they
 * need the engine.
 */
final class ModelBeans {

    private final ListableBeanFactory beans;
    private final Map<String, Set<String>> processes = new ConcurrentHashMap<>();

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Whether the name is that of a bean for models, of whichever process. */
    boolean contains(String name) {
        return !processes(name).isEmpty();
    }

    /** The bean of that name, if the process of that key may use it. */
    Optional<Object> find(String name, String process) {
        return process != null && processes(name).contains(process)
                ? Optional.of(beans.getBean(name))
                : Optional.empty();
    }

    /** Whether the process of that key may use it; the bean itself is not made. */
    boolean isFor(String name, String process) {
        return process != null && processes(name).contains(process);
    }

    /** Whether expressions may call the bean's method of that name. */
    boolean answers(String name, String method) {
        var type = beans.getType(name);
        return type != null && ModelReach.answers(type, method);
    }

    private Set<String> processes(String name) {
        var known = processes.get(name);
        if (known == null) {
            var mark = beans.containsBean(name) ? beans.findAnnotationOnBean(name, ModelBean.class) : null;
            known = mark == null ? Set.of() : Set.of(mark.value());
            // Names come from models: only those of beans are kept, lest whoever invents names fills the memory.
            if (mark != null) {
                processes.put(name, known);
            }
        }
        return known;
    }
}
