package id.laras.rules;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Slice;

/**
 * One page of a list as the fragments of {@code pieces.html} show it: its rows, and the addresses of its other pages, orders
 * and of its file. All of them keep what else was asked.
 *
 * @param found a {@link Page} knows how many there are; a log that nobody wants counted is a mere {@link Slice}
 */
public record Listing<T>(ListQuery query, Slice<T> found) implements Iterable<T> {

    @Override
    public Iterator<T> iterator() {
        return found.iterator();
    }

    public List<T> getContent() {
        return found.getContent();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public <U> Listing<U> map(Function<T, U> row) {
        return new Listing<>(query, found.map(row));
    }

    /** From 1. */
    public int getNumber() {
        return found.getNumber() + 1;
    }

    public boolean isCounted() {
        return found instanceof Page<T>;
    }

    /** 0 when nobody counted. */
    public long getTotalElements() {
        return found instanceof Page<T> page ? page.getTotalElements() : 0;
    }

    public int getTotalPages() {
        return found instanceof Page<T> page ? page.getTotalPages() : 0;
    }

    /** Address, or null on the first page. */
    public String getPrevious() {
        return found.hasPrevious() ? query.page(getNumber() - 1) : null;
    }

    /** Address, or null on the last page. */
    public String getNext() {
        return found.hasNext() ? query.page(getNumber() + 1) : null;
    }

    /** Address, or null when there is no file or nothing in it. */
    public String getFile() {
        return found.isEmpty() || isTooLong() ? null : query.file();
    }

    /** A file would be longer than {@link ListQuery#LONGEST_FILE}. */
    public boolean isTooLong() {
        return query.wasTooLong() || query.file() != null && getTotalElements() > ListQuery.LONGEST_FILE;
    }

    public int getLongest() {
        return ListQuery.LONGEST_FILE;
    }

    public boolean sorts(String column) {
        return query.sorts(column);
    }

    public String sorted(String column) {
        return query.sorted(column);
    }

    public String sortedBy(String column) {
        return query.sortedBy(column);
    }

    /** What the form with these fields hands on in hidden ones. */
    public Map<String, String> besides(String... fields) {
        return query.besides(List.of(fields));
    }
}
