package id.laras.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * All that an expression of a model can do besides reading variables and calculating: name a bean of its own process, and
 * ask the methods listed here. Everything else does not exist for it, be it reflection, the services of the engine or a
 * delegate of another process. Nothing is changed through an expression.
 */
final class ModelReach {

    private static final Set<String> OF_TEXTS = Set.of(
            "length",
            "isEmpty",
            "isBlank",
            "equals",
            "equalsIgnoreCase",
            "contains",
            "startsWith",
            "endsWith",
            "indexOf",
            "substring",
            "toLowerCase",
            "toUpperCase",
            "trim");

    /** By type; names stand for all methods of that name, which all do the same. */
    private static final Map<Class<?>, Set<String>> METHODS = Map.of(
            String.class, OF_TEXTS,
            Date.class, Set.of("getTime", "before", "after"),
            Collection.class, Set.of("size", "isEmpty", "contains"),
            List.class, Set.of("get", "indexOf"),
            Map.class, Set.of("get", "containsKey", "size", "isEmpty"),
            DelegateExecution.class,
                    Set.of(
                            "getId",
                            "getProcessInstanceId",
                            "getProcessDefinitionId",
                            "getProcessBusinessKey",
                            "getBusinessKey",
                            "getCurrentActivityId",
                            "getCurrentActivityName",
                            "getEventName",
                            "hasVariable",
                            "getVariable"),
            DelegateTask.class,
                    Set.of(
                            "getId",
                            "getName",
                            "getAssignee",
                            "getDueDate",
                            "getEventName",
                            "getTaskDefinitionKey",
                            "getProcessInstanceId",
                            "hasVariable",
                            "getVariable"));

    /** Of each bean for models: the names of its own public methods. Asked with every expression. */
    private static final ClassValue<Set<String>> ANSWERS = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(type, ModelBean.class)
                    ? Arrays.stream(type.getDeclaredMethods())
                            .filter(own ->
                                    Modifier.isPublic(own.getModifiers()) && !Modifier.isStatic(own.getModifiers()))
                            .map(Method::getName)
                            .collect(Collectors.toUnmodifiableSet())
                    : Set.of();
        }
    };

    private ModelReach() {}

    /** Whether an expression may call the method of this name on the object. */
    private static boolean open(Object base, String method) {
        return METHODS.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().isInstance(base)
                                && entry.getValue().contains(method))
                || answersModels(base, method);
    }

    /** The engine calls delegates and listeners by itself; of the other beans for models, their own public methods are open. */
    private static boolean answersModels(Object base, String method) {
        return answers(base.getClass(), method);
    }

    static boolean answers(Class<?> type, String method) {
        return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                        .noneMatch(called -> called.isAssignableFrom(type))
                && ANSWERS.get(ClassUtils.getUserClass(type)).contains(method);
    }

    /** Whether what {@code execution} or {@code task} stands for may be asked so. */
    static boolean answers(String variable, String method) {
        return METHODS.get(variable.equals("task") ? DelegateTask.class : DelegateExecution.class)
                .contains(method);
    }

    /** Whether any value of a variable may be asked so. */
    static boolean anyAnswers(String method) {
        return METHODS.values().stream().anyMatch(open -> open.contains(method));
    }

    /** Beans by name. They come before variables, so that no variable can pretend to be a bean. */
    static final class Beans extends ELResolver {

        private final ModelBeans beans;

        Beans(ModelBeans beans) {
            this.beans = beans;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null || !(property instanceof String name) || !beans.contains(name)) {
                return null;
            }
            var process = process((VariableScope) context.getContext(VariableScope.class));
            var bean = beans.find(name, process)
                    .orElseThrow(() -> new PropertyNotFoundException(
                            "The bean " + name + " is not for " + (process == null ? "this expression" : process)));
            context.setPropertyResolved(true);
            return bean;
        }

        /** Key of the process that is executed; none at a deployment, in a decision table or in a query. */
        private static String process(VariableScope scope) {
            var execution = scope instanceof TaskEntity task ? task.getExecution() : scope;
            return execution instanceof ExecutionEntity running
                    ? running.getProcessDefinition().getKey()
                    : null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            if (base == null && property instanceof String name && beans.contains(name)) {
                throw new PropertyNotWritableException(name);
            }
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return base == null ? String.class : null;
        }
    }

    /** Properties and methods of what an expression already holds. The last in the chain. */
    static final class Methods extends BeanELResolver {

        Methods() {
            super(true);
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null || property == null) {
                return null;
            }
            var name = StringUtils.capitalize(property.toString());
            if (!open(base, "get" + name) && !open(base, "is" + name)) {
                throw new PropertyNotFoundException("Models may not ask for " + property);
            }
            return super.getValue(context, base, property);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
            if (base == null || method == null) {
                return null;
            }
            if (!open(base, method.toString())) {
                throw new MethodNotFoundException("Models may not ask for " + method + "()");
            }
            return super.invoke(context, base, method, types, values);
        }
    }
}
