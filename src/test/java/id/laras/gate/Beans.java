package id.laras.gate;

import id.laras.engine.ModelBean;
import id.laras.steps.Deeds;
import id.laras.steps.Does;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** The real delegates and listeners, with what they declare; read off their classes, without starting anything. */
final class Beans {

    private static final int DAYS = 14;

    static final Declarations DECLARED =
            new Declarations(deeds(), DAYS, Map.of("objectionPeriod", DAYS, "decisionPeriod", DAYS));

    private Beans() {}

    /** Delegates and listeners that models may name, by the name of their bean; null where nothing is declared. */
    static Map<String, Does> declarations() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        var found = new HashMap<String, Does>();
        for (var bean : scanner.findCandidateComponents("id.laras")) {
            var type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            var runs = JavaDelegate.class.isAssignableFrom(type)
                    || ExecutionListener.class.isAssignableFrom(type)
                    || TaskListener.class.isAssignableFrom(type);
            if (runs && !type.getPackageName().startsWith("id.laras.engine.probe")) {
                found.put(StringUtils.uncapitalize(type.getSimpleName()), type.getAnnotation(Does.class));
            }
        }
        return found;
    }

    private static Map<String, Deeds> deeds() {
        var deeds = new HashMap<String, Deeds>();
        declarations().forEach((name, does) -> {
            if (does != null) {
                deeds.put(name, Deeds.of(does));
            }
        });
        return deeds;
    }
}
