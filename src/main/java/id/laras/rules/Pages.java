package id.laras.rules;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

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

    public static PageRequest at(int number, int size) {
        return PageRequest.of(Math.max(1, Math.min(number, LAST)) - 1, size);
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
