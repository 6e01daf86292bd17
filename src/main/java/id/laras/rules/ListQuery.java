package id.laras.rules;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;

/**
 * What somebody asks of one list of a page: which rows, in which order, which page of them. All of it stands in the address,
 * so that the browser's way back, a bookmark and the other language show the same (docs/adr/0102-one-table-component.md).
 */
public final class ListQuery {

    /** Rows of a file at most; who needs more narrows the list. Nothing is cut without a word. */
    public static final int LONGEST_FILE = 20_000;

    /** With the name of a list, or {@link #ONLY}: a file of it is asked for. */
    public static final String EXPORT = "export";

    /** Likewise: the file would have been too long, which the page then says. */
    private static final String TOO_LONG = "tooLong";

    /** The day after the last one must be one that databases keep. */
    private static final int LAST_YEAR = 9999;

    private static final String LANGUAGE = "lang";
    private static final String ONLY = "csv";

    private final String path;
    private final String name;
    private final int size;
    private final boolean file;
    private final Map<String, String> asked;
    private final Map<String, Sort> columns;
    private final Sort ties;

    private ListQuery(
            String path,
            String name,
            int size,
            boolean file,
            Map<String, String> asked,
            Map<String, Sort> columns,
            Sort ties) {
        this.path = path;
        this.name = name;
        this.size = size;
        this.file = file;
        this.asked = asked;
        this.columns = columns;
        this.ties = ties;
    }

    /**
     * The only list of a page, or its main one.
     *
     * @param path  of the page, as its links name it
     * @param asked everything that stands in the address
     */
    public static ListQuery of(String path, Map<String, String> asked) {
        var kept = new LinkedHashMap<String, String>();
        asked.forEach((parameter, value) -> {
            if (!value.isBlank() && !parameter.equals(LANGUAGE)) {
                kept.put(parameter, value.strip());
            }
        });
        return new ListQuery(path, "", Pages.SIZE, false, kept, Map.of(), Sort.unsorted());
    }

    /** Another list of the same page, whose number, order and file have names of their own. */
    public ListQuery named(String other) {
        return new ListQuery(path, other, size, file, asked, columns, ties);
    }

    /** @param rows of a page */
    public ListQuery rows(int rows) {
        return new ListQuery(path, name, rows, file, asked, columns, ties);
    }

    /** There is a handler for {@link #EXPORT}. */
    public ListQuery withFile() {
        return new ListQuery(path, name, size, true, asked, columns, ties);
    }

    /**
     * A column by which people may sort; the first one is the usual order.
     *
     * @param sort as it is before anybody turns it round
     */
    public ListQuery column(String column, Sort sort) {
        var more = new LinkedHashMap<>(columns);
        more.put(column, sort);
        return new ListQuery(path, name, size, file, asked, more, ties);
    }

    public ListQuery column(String column, String... properties) {
        return column(column, byNames(properties));
    }

    /** What orders rows that are alike otherwise: without an order of all, pages would show a row twice and another never. */
    public ListQuery ties(String... properties) {
        return new ListQuery(path, name, size, file, asked, columns, byNames(properties));
    }

    /** Capitals make no difference in names: else "ahmad" would stand behind "Zulkifli", whatever the collation. */
    private static Sort byNames(String... properties) {
        return Sort.by(Arrays.stream(properties)
                .map(Sort.Order::asc)
                .map(order -> order.getProperty().endsWith("Name") ? order.ignoreCase() : order)
                .toList());
    }

    /** @return what the parameter asks for, null when it asks for nothing */
    public String filter(String parameter) {
        return asked.get(parameter);
    }

    /** @return the day that the parameter names, null when nobody can read it as one, or no database keeps it */
    public LocalDate day(String parameter) {
        try {
            var day = asked.containsKey(parameter) ? LocalDate.parse(asked.get(parameter)) : null;
            return day == null || day.getYear() < 1 || day.getYear() >= LAST_YEAR ? null : day;
        } catch (DateTimeParseException nothing) {
            return null;
        }
    }

    /** @return one of these, null when the parameter asks for none of them */
    public <E extends Enum<E>> E filter(String parameter, Class<E> kind) {
        var wanted = asked.get(parameter);
        for (var one : kind.getEnumConstants()) {
            if (one.name().equals(wanted)) {
                return one;
            }
        }
        return null;
    }

    /** The page that was asked for, or the last there is. */
    public <T> Listing<T> find(Function<Pageable, ? extends Slice<T>> find) {
        return new Listing<>(this, Pages.slice(number(), size, at -> find.apply(at.withSort(sort()))));
    }

    /**
     * All rows at one moment, for a file; nothing when there are more than {@link #LONGEST_FILE}.
     *
     * @param find asked once, so that no row is missed or told twice because of what changes meanwhile
     */
    public <T> Optional<Rows<T>> all(Function<Pageable, ? extends Slice<T>> find) {
        var found = find.apply(PageRequest.of(0, LONGEST_FILE, sort()));
        return found.hasNext() ? Optional.empty() : Optional.of(Rows.of(found.getContent()));
    }

    private int number() {
        try {
            return Integer.parseInt(asked.getOrDefault(pageParameter(), "1"));
        } catch (NumberFormatException nothing) {
            return 1;
        }
    }

    private String pageParameter() {
        return name.isEmpty() ? "page" : name;
    }

    private String orderParameter() {
        return name.isEmpty() ? "order" : name + "-order";
    }

    private String downParameter() {
        return name.isEmpty() ? "down" : name + "-down";
    }

    private String exportName() {
        return name.isEmpty() ? ONLY : name;
    }

    private String column() {
        var wanted = asked.get(orderParameter());
        return wanted != null && columns.containsKey(wanted)
                ? wanted
                : columns.keySet().stream().findFirst().orElse("");
    }

    private boolean turned() {
        return Boolean.parseBoolean(asked.get(downParameter()));
    }

    private Sort sort() {
        var sort = columns.getOrDefault(column(), Sort.unsorted());
        var whole = (turned() ? sort.reverse() : sort).and(ties);
        // the same column twice would be refused by some databases
        var once = new LinkedHashMap<String, Sort.Order>();
        whole.forEach(order -> once.putIfAbsent(order.getProperty(), order));
        return Sort.by(List.copyOf(once.values()));
    }

    /** Columns that can be sorted, in the order of the table. */
    boolean sorts(String column) {
        return columns.containsKey(column);
    }

    /** How the column is sorted, as {@code aria-sort} says it; null when it is not. */
    String sorted(String column) {
        if (!column.equals(column()) || columns.isEmpty()) {
            return null;
        }
        var first = columns.get(column).iterator().next();
        return first.isAscending() != turned() ? "ascending" : "descending";
    }

    /** The same rows by this column; the other way round when they are sorted by it already. */
    String sortedBy(String column) {
        var to = without();
        to.put(orderParameter(), column);
        if (column.equals(column()) && !turned()) {
            to.put(downParameter(), "true");
        }
        return to(to);
    }

    /** @param number from 1 */
    String page(int number) {
        var to = without();
        var order = asked.get(orderParameter());
        if (order != null) {
            to.put(orderParameter(), order);
        }
        if (turned()) {
            to.put(downParameter(), "true");
        }
        to.put(pageParameter(), String.valueOf(number));
        return to(to);
    }

    /** Where a file of all rows is, or null when there is none. */
    String file() {
        if (!file) {
            return null;
        }
        var to = new LinkedHashMap<>(asked);
        to.remove(pageParameter());
        to.remove(TOO_LONG);
        to.put(EXPORT, exportName());
        return to(to);
    }

    /** What the file's address asks, for the trail. */
    public String question() {
        return asked.entrySet().stream()
                .filter(one -> !one.getKey().equals(EXPORT))
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    public String path() {
        return path;
    }

    /** Everything that was asked, of all lists of the page; not a file, which is no page. */
    String address() {
        var to = new LinkedHashMap<>(asked);
        to.remove(TOO_LONG);
        to.remove(EXPORT);
        return to(to);
    }

    /** The page that says that the file would have been too long. */
    public String tooLong() {
        var to = new LinkedHashMap<>(asked);
        to.remove(EXPORT);
        to.put(TOO_LONG, exportName());
        return to(to);
    }

    boolean wasTooLong() {
        return exportName().equals(asked.get(TOO_LONG));
    }

    /** Whether the address asks for a file of this list and not for the page. */
    public boolean wantsFile() {
        return exportName().equals(asked.get(EXPORT));
    }

    /** What a form that narrows the list has to hand on, so that the order stays; its own fields left out. */
    Map<String, String> besides(List<String> fields) {
        var kept = new LinkedHashMap<>(asked);
        fields.forEach(kept::remove);
        kept.remove(pageParameter());
        kept.remove(TOO_LONG);
        kept.remove(EXPORT);
        return kept;
    }

    /** Everything that was asked but page and order of this list. */
    private LinkedHashMap<String, String> without() {
        var to = new LinkedHashMap<>(asked);
        List.of(pageParameter(), orderParameter(), downParameter(), TOO_LONG, EXPORT)
                .forEach(to::remove);
        return to;
    }

    private String to(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
