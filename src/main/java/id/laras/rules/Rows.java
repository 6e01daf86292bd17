package id.laras.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All rows of a list, for a file.
 *
 * @param count how many there are
 * @param each  read once, perhaps only while the file is written: whole answers of thousands of rows fill the memory
 */
public record Rows<T>(int count, Iterable<T> each) {

    /** Rows that are short enough to be held. */
    public static <T> Rows<T> of(List<T> rows) {
        return new Rows<>(rows.size(), rows);
    }

    /**
     * Rows that are read by and by.
     *
     * @param keys of all of them, found at one moment
     * @param read gives the rows of some keys, in their order
     */
    public static <K, T> Rows<T> of(List<K> keys, int atOnce, Function<List<K>, List<T>> read) {
        return new Rows<>(
                keys.size(),
                () -> parts(keys, atOnce).stream()
                        .map(read)
                        .flatMap(List::stream)
                        .iterator());
    }

    /** Nothing when they are too many for a file. */
    public Optional<Rows<T>> forAFile() {
        return count > ListQuery.LONGEST_FILE ? Optional.empty() : Optional.of(this);
    }

    public static <K> List<List<K>> parts(List<K> keys, int atOnce) {
        var parts = new ArrayList<List<K>>();
        for (var from = 0; from < keys.size(); from += atOnce) {
            parts.add(keys.subList(from, Math.min(from + atOnce, keys.size())));
        }
        return parts;
    }
}
