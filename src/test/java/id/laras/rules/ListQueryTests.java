package id.laras.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Sort;

/** A list says by its address what it shows, and every link of it keeps what else was asked. */
class ListQueryTests {

    private static final List<Integer> ROWS = IntStream.range(0, 120).boxed().toList();

    /** Capitals make no difference in names. */
    private static final Sort USUAL = Sort.by(Sort.Order.asc("employeeName").ignoreCase(), Sort.Order.asc("id"));

    private static ListQuery list(Map<String, String> asked) {
        return ListQuery.of("/hr/evaluations", new TreeMap<>(asked))
                .column("employee", "employeeName")
                .column("cycle", Sort.by("cycle.firstDay").descending())
                .ties("employeeName", "id")
                .withFile();
    }

    private static Listing<Integer> shown(Map<String, String> asked) {
        return list(asked).find(at -> Pages.cut(ROWS, at));
    }

    private static Sort sort(Map<String, String> asked) {
        var sorted = new Sort[1];
        list(asked).find(at -> {
            sorted[0] = at.getSort();
            return Pages.cut(ROWS, at);
        });
        return sorted[0];
    }

    @Test
    void theWayToTheNextPageKeepsFiltersAndOrder() {
        var found = shown(Map.of("name", "Budi & Ani", "order", "cycle", "down", "true", "late", "3", "lang", "en"));
        assertThat(found.getTotalElements()).isEqualTo(120);
        assertThat(found.getTotalPages()).isEqualTo(3);
        assertThat(found.getPrevious()).isNull();
        assertThat(found.getNext()).isEqualTo("/hr/evaluations?late=3&name=Budi+%26+Ani&order=cycle&down=true&page=2");
    }

    @Test
    void aNumberBeyondTheEndIsTheLastPageAndNonsenseTheFirst() {
        assertThat(shown(Map.of("page", "2147483647")).getNumber()).isEqualTo(3);
        for (var nonsense : List.of("0", "-4", "x", "99999999999999")) {
            assertThat(shown(Map.of("page", nonsense)).getNumber()).isEqualTo(1);
        }
    }

    @Test
    void everyOrderIsAnOrderOfAllRows() {
        assertThat(sort(Map.of())).isEqualTo(USUAL);
        assertThat(sort(Map.of("order", "employee", "down", "true")))
                .isEqualTo(Sort.by(Sort.Order.desc("employeeName").ignoreCase(), Sort.Order.asc("id")));
        assertThat(sort(Map.of("order", "cycle")))
                .isEqualTo(Sort.by("cycle.firstDay").descending().and(USUAL));
    }

    @Test
    void aDayThatNoDatabaseKeepsIsNone() {
        assertThat(list(Map.of("until", "2026-11-30")).day("until")).hasToString("2026-11-30");
        for (var none : List.of("+999999999-12-31", "-999999999-01-01", "0000-01-01", "9999-12-31", "31/12/2026")) {
            assertThat(list(Map.of("until", none)).day("until")).as(none).isNull();
        }
    }

    @Test
    void nobodySortsByWhatIsNoColumn() {
        assertThat(sort(Map.of("order", "passwordHash"))).isEqualTo(USUAL);
    }

    @Test
    void aHeadSaysHowItIsSortedAndTurnsItRound() {
        var usual = shown(Map.of("page", "2", "unit", "X"));
        assertThat(usual.sorted("employee")).isEqualTo("ascending");
        assertThat(usual.sorted("cycle")).isNull();
        assertThat(usual.sortedBy("employee"))
                .endsWith("?unit=X&order=employee&down=true")
                .as("another order begins with its first page")
                .doesNotContain("page");
        var byCycle = shown(Map.of("order", "cycle"));
        assertThat(byCycle.sorted("cycle")).isEqualTo("descending");
        assertThat(shown(Map.of("order", "cycle", "down", "true")).sorted("cycle"))
                .isEqualTo("ascending");
        assertThat(shown(Map.of("order", "cycle", "down", "true")).sortedBy("cycle"))
                .isEqualTo("/hr/evaluations?order=cycle");
    }

    @Test
    void twoListsOfAPageTurnTheirPagesApart() {
        var late = list(Map.of("page", "2", "late", "2", "late-order", "employee"))
                .named("late")
                .<Integer>find(at -> Pages.cut(ROWS, at));
        assertThat(late.getNumber()).isEqualTo(2);
        assertThat(late.getNext()).isEqualTo("/hr/evaluations?page=2&late-order=employee&late=3");
        assertThat(late.getFile()).isEqualTo("/hr/evaluations?late-order=employee&page=2&export=late");
    }

    @Test
    void aFormHandsOnWhatItsFieldsDoNotSay() {
        assertThat(shown(Map.of("page", "3", "name", "Budi", "order", "cycle", "export", "csv"))
                        .besides("name"))
                .isEqualTo(Map.of("order", "cycle"));
    }

    @Test
    void aFileHoldsAllRowsOrNone() {
        assertThat(list(Map.of("page", "2")).<Integer>all(at -> Pages.cut(ROWS, at)))
                .contains(Rows.of(ROWS));
        var many = IntStream.rangeClosed(0, ListQuery.LONGEST_FILE).boxed().toList();
        assertThat(list(Map.of()).<Integer>all(at -> Pages.cut(many, at))).isEmpty();
        var told = list(Map.of()).<Integer>find(at -> Pages.cut(many, at));
        assertThat(told.isTooLong()).isTrue();
        assertThat(told.getFile()).isNull();
        assertThat(list(Map.of("name", "x", "export", "csv")).tooLong())
                .isEqualTo("/hr/evaluations?name=x&tooLong=csv");
    }

    @Test
    void whatNobodyCountsStillHasPages() {
        var first = list(Map.of()).<Integer>find(at -> slice(at));
        assertThat(first.isCounted()).isFalse();
        assertThat(first.getNext()).endsWith("page=2");
        assertThat(list(Map.of("page", "9")).<Integer>find(at -> slice(at)).getNumber())
                .isEqualTo(1);
    }

    private static Slice<Integer> slice(Pageable at) {
        var page = Pages.cut(ROWS, PageRequest.of(at.getPageNumber(), at.getPageSize()));
        return new SliceImpl<>(page.getContent(), at, page.hasNext());
    }
}
