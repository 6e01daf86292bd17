package id.laras.engine;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every endpoint of Camunda's REST API and of its web applications, read from the classes that answer. */
final class EngineEndpoints {

    private EngineEndpoints() {}

    /** Method and path, e.g. {@code GET /task/{id}}, of the API as machines call it under {@code /engine-rest}. */
    static Set<String> rest() {
        return found("", restClasses()).stream()
                .filter(endpoint -> !endpoint.contains(" /engine/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same API once more under {@code /engine-rest/engine/{name}}, with the list of engines. */
    static Set<String> restByEngine() {
        return found("", restClasses()).stream()
                .filter(endpoint -> endpoint.contains(" /engine"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of Cockpit, Tasklist, Admin, Welcome and of the API within them, under {@code /camunda/api}. */
    static Set<String> webapps() {
        var all = new TreeSet<String>();
        all.addAll(found("/admin", classes("admin.impl.web.AdminApplication")));
        all.addAll(found("/cockpit", classes("cockpit.impl.web.CockpitApplication")));
        all.addAll(found("/tasklist", classes("tasklist.impl.web.TasklistApplication")));
        all.addAll(found("/welcome", classes("welcome.impl.web.WelcomeApplication")));
        all.addAll(found("/engine", classes("webapp.impl.engine.EngineRestApplication")));
        return all;
    }

    /** By name: the compiler complains of annotations in these classes whose own classes are nowhere. */
    private static Object made(String name) {
        try {
            return Class.forName("org.camunda.bpm." + name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Class<?>> classes(String name) {
        return ((Application) made(name)).getClasses();
    }

    @SuppressWarnings("unchecked")
    private static Set<Class<?>> restClasses() {
        try {
            return (Set<Class<?>>) Class.forName("org.camunda.bpm.engine.rest.impl.CamundaRestResources")
                    .getMethod("getResourceClasses")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> found(String prefix, Collection<Class<?>> roots) {
        var endpoints = new TreeSet<String>();
        for (var root : roots) {
            pathOf(root).ifPresent(path -> walk(prefix + clean(path), root, new ArrayDeque<>(), endpoints));
        }
        return endpoints;
    }

    private static void walk(String prefix, Class<?> type, Deque<Class<?>> above, Set<String> endpoints) {
        if (above.contains(type)) {
            return;
        }
        above.push(type);
        for (var method : type.getMethods()) {
            var path = annotation(type, method, Path.class).map(Path::value);
            var verb = verb(type, method);
            var whole = prefix + path.map(EngineEndpoints::clean).orElse("");
            if (verb.isPresent()) {
                endpoints.add(verb.get() + " " + (whole.isEmpty() ? "/" : whole));
            } else if (path.isPresent()) {
                walk(whole, method.getReturnType(), above, endpoints);
            }
        }
        above.pop();
    }

    /** Without the regular expressions that some parameters have. */
    private static String clean(String path) {
        var bare = path.replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}").replaceAll("/+$", "");
        return bare.isEmpty() || bare.startsWith("/") ? bare : "/" + bare;
    }

    private static Optional<String> pathOf(Class<?> type) {
        return hierarchy(type)
                .map(each -> each.getAnnotation(Path.class))
                .filter(found -> found != null)
                .map(Path::value)
                .findFirst();
    }

    private static Optional<String> verb(Class<?> type, Method method) {
        return same(type, method)
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .map(Annotation::annotationType)
                .map(each -> each.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> type, Method method, Class<A> wanted) {
        return same(type, method)
                .map(each -> each.getAnnotation(wanted))
                .filter(found -> found != null)
                .findFirst();
    }

    /** The method as the class has it, and as what stands above declares it, where the annotations are. */
    private static Stream<Method> same(Class<?> type, Method method) {
        return hierarchy(type)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods())
                        .filter(other -> !other.isSynthetic())
                        .filter(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())));
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                hierarchy(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(EngineEndpoints::hierarchy)));
    }
}
