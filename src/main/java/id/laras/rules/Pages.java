package id.laras.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;

/** How much of a list one answer holds, whatever is asked for. */
public final class Pages {

    /** Rows of a page. */
    public static final int SIZE = 50;

    /** Far beyond any list; a number of rows must stay an int. */
    private static final int LAST = 1_000_000;

    private Pages() {}

    /** @param number as people count, from 1; anything else asks for the first or the last there could be */
    public static PageRequest at(int number) {
        return at(number, SIZE);
    }

    private static PageRequest at(int number, int size) {
        return PageRequest.of(Math.max(1, Math.min(number, LAST)) - 1, size);
    }

    /**
     * The page that was asked for, or the last there is where the list is shorter.
     *
     * @param number as {@link #at}
     * @param find   asks for a page; once more when there is nothing at the number
     */
    public static <T> Page<T> find(int number, Function<PageRequest, Page<T>> find) {
        return find(number, SIZE, find);
    }

    public static <T> Page<T> find(int number, int size, Function<PageRequest, Page<T>> find) {
        var found = find.apply(at(number, size));
        return found.hasContent() || found.getNumber() == 0
                ? found
                : find.apply(at(Math.max(1, found.getTotalPages()), size));
    }

    /** As {@link #find}, of a list that perhaps nobody counts: beyond its end is its beginning then. */
    static <T> Slice<T> slice(int number, int size, Function<PageRequest, ? extends Slice<T>> find) {
        var found = find.apply(at(number, size));
        if (found.hasContent() || found.getNumber() == 0) {
            return found;
        }
        return find.apply(at(found instanceof Page<T> page ? Math.max(1, page.getTotalPages()) : 1, size));
    }

    /**
     * The order that the page asks for, in SQL.
     *
     * @param columns by the names that an address may say
     * @param last    the column that decides between equals, so that nobody stands on two pages
     */
    public static String order(Pageable page, Map<String, String> columns, String last) {
        return page.getSort().stream()
                .map(by -> columns.get(by.getProperty()) + (by.isAscending() ? "" : " desc") + ", ")
                .collect(Collectors.joining("", "", last));
    }

    /** A page of what had to be found in memory. */
    public static <T> Page<T> cut(List<T> all, Pageable page) {
        if (page.isUnpaged()) {
            return new PageImpl<>(all);
        }
        var from = (int) Math.min(page.getOffset(), all.size());
        return new PageImpl<>(all.subList(from, Math.min(from + page.getPageSize(), all.size())), page, all.size());
    }
}
