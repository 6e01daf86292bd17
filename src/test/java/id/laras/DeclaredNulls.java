package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.util.ReflectionUtils;

/** Nothing of a view is null but what says so by {@code @Nullable}: the types of the forms are made of it (docs/adr/0118). */
public final class DeclaredNulls {

    private DeclaredNulls() {}

    /** The view, in which every null is declared. */
    public static <V> V in(V view) {
        assertThat(undeclared(view, view.getClass().getSimpleName()))
                .as("null without @Nullable")
                .isEmpty();
        return view;
    }

    private static Stream<String> undeclared(Object value, String path) {
        if (value instanceof Collection<?> all) {
            return all.stream().flatMap(each -> undeclared(each, path));
        }
        return value instanceof Record
                ? Stream.of(value.getClass().getRecordComponents()).flatMap(part -> undeclared(value, part, path))
                : Stream.empty();
    }

    private static Stream<String> undeclared(Object whole, RecordComponent component, String path) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        var part = ReflectionUtils.invokeMethod(accessor, whole);
        var here = path + "." + component.getName();
        if (part != null) {
            return undeclared(part, here);
        }
        return accessor.isAnnotationPresent(Nullable.class) || accessor.isAnnotationPresent(JsonIgnore.class)
                ? Stream.empty()
                : Stream.of(here);
    }
}
