package id.laras;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every table, every list of cards and every trail of a page is under the one component of {@code pieces.html}, which cuts it
 * into pages; or what bounds its rows is said here.
 */
class TableTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Template and what it loops over, and why that never grows long. */
    private static final Map<String, String> BOUNDED = Map.ofEntries(
            entry("cycle/change.html preview.fields", "the fields of a cycle"),
            entry("cycle/line.html shortened", "how often one evaluation was ended early"),
            entry("cycle/line.html situation.chosen", "how often one evaluation was handed over"),
            entry("cycle/show.html units", "the units of the agency, each with a field of one form"),
            entry("dashboard/evaluation.html dossier.checkIns", "one in some months, of one evaluation"),
            entry("dashboard/evaluation.html dossier.earlierResults", "how often one result was changed"),
            entry("dashboard/evaluation.html result.lines", "the indicators of one plan, which has a most"),
            entry("dashboard/evaluation.html followUp.trainings", "the trainings of one plan of development"),
            entry("dashboard/evaluations.html own", "one's own evaluations: some a year"),
            entry("dashboard/home.html workload.next", "the next five tasks"),
            entry("dashboard/home.html changes", "what waits for a second person"),
            entry("dashboard/home.html section.value", "the places of one section"),
            entry("dashboard/overview.html matrix.rows", "a line for each unit; the sums below are of all of them"),
            entry("dashboard/pieces.html plan.results", "the results of one plan, which has a most"),
            entry("dashboard/pieces.html result.indicators", "likewise, its indicators"),
            entry("people/import.html group.lines", "the first 200, and the page says of how many"),
            entry("people/import.html state.counts", "a line for each kind of table"),
            entry("people/import.html state.shownErrors()", "the first 200, and a file of all"),
            entry("people/import.html state.shownNotices()", "likewise"),
            entry("people/import.html state.waiting", "rows that favour whoever imports"),
            entry("people/people.html branch.below", "the tree of units, which is read as a whole"),
            entry("security/accounts.html changes", "likewise"),
            entry("security/changes.html changes", "likewise"),
            entry("security/password.html logins", "the last ten"),
            entry("security/tokens.html tokens", "twenty tokens of one account at most"),
            entry("substitution/all.html found", "at most twenty people are found"),
            entry("substitution/substitutes.html found", "likewise"),
            entry("substitution/substitutes.html named", "whom one person named, erased after some years"),
            entry("substitution/substitutes.html substituteOf", "for whom one person was named, likewise"),
            entry("substitution/substitutes.html tasks", "one's own tasks that a substitute holds today"),
            entry("target/versions.html result.indicators", "the indicators of one plan, which has a most"));

    private static final Pattern LOOP = Pattern.compile("th:each=\"\\w+(?:, ?\\w+)? : \\$\\{([^}]+)}\"");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"(\\w+)\\(([^)]*)\\)\"");
    private static final Pattern PAGED = Pattern.compile("pieces :: pages\\(\\$\\{([^}]+)}");
    private static final Pattern LIST = Pattern.compile(
            "<(?:(?:tr|tbody|li)\\b|th:block(?= th:each=\"[^\"]*\">\\s*<tr))[^>]*?th:each=\"\\w+(?:, ?\\w+)? : \\$\\{([^}]+)}\"");

    @Test
    void everyListThatCanGrowIsUnderTheComponent() throws IOException {
        var loose = new TreeSet<String>();
        for (var template : templates()) {
            var text = read(template);
            for (var rows : loops(template, text)) {
                var place = TEMPLATES.relativize(template) + " " + rows;
                if (!paged(text).contains(rows) && !BOUNDED.containsKey(place)) {
                    loose.add(place);
                }
            }
        }
        assertThat(loose)
                .as("put it under pieces :: pages, or say in BOUNDED why it stays short")
                .isEmpty();
    }

    @Test
    void whatIsSaidToBeBoundedIsStillThere() throws IOException {
        var there = new TreeSet<String>();
        for (var template : templates()) {
            for (var rows : loops(template, read(template))) {
                there.add(TEMPLATES.relativize(template) + " " + rows);
            }
        }
        assertThat(BOUNDED.keySet()).isSubsetOf(there);
    }

    /** A part of a list must not be sorted by the browser: it would not be the first of all. */
    @Test
    void whatHasPagesIsSortedByTheDatabase() throws IOException {
        for (var template : templates()) {
            for (var table :
                    matches(Pattern.compile("<table data-sortable>(.*?)</table>", Pattern.DOTALL), read(template))) {
                for (var rows : matches(LOOP, table)) {
                    assertThat(paged(read(template))).as(template.toString()).doesNotContain(rows);
                }
            }
        }
    }

    /** Forms on pages of lists that lead to something else than the list. */
    private static final Map<String, String> LEADS_ON = Map.of(
            "cycle/change.html", "the list is a preview; the form leads to the cycle",
            "books/upload.html", "leads to the new book, which stands first in the list");

    /** Whoever works through a list would begin it anew after every deed (docs/adr/0112). */
    @Test
    void everyFormOfAListLeadsBackToTheListAsItIsShown() throws IOException {
        var lost = new TreeSet<String>();
        var there = 0;
        for (var template : templates()) {
            var text = read(template);
            var name = TEMPLATES.relativize(template).toString();
            var ofAList = !paged(text).isEmpty() || text.contains("pieces :: back") || text.contains("pieces :: crumb");
            for (var form : matches(Pattern.compile("(<form[^>]*method=\"post\".*?</form>)", Pattern.DOTALL), text)) {
                if (ofAList && !LEADS_ON.containsKey(name)) {
                    there++;
                    if (!form.contains("pieces :: back") && !form.contains("name=\"_back\"")) {
                        lost.add(name + " " + form.lines().findFirst().orElseThrow());
                    }
                }
            }
        }
        assertThat(there).isGreaterThan(15);
        assertThat(lost).as("hand on pieces :: back").isEmpty();
    }

    /** Whatever the collation, "ahmad" stands beside "Ahmad" (docs/adr/0102-one-table-component.md). */
    @Test
    void namesAreSortedWithoutRegardToCapitals() throws IOException {
        var wrong = new TreeSet<String>();
        var byName = Pattern.compile(
                "order by [^;]{0,80}?(?<!lower\\()\\b\\w+\\.(?:employee|unit|assessor|display)_?[Nn]ame\\b");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                byName.matcher(read(file))
                        .results()
                        .forEach(found -> wrong.add(file.getFileName() + ": " + found.group()));
            }
        }
        assertThat(wrong).as("order by lower(name)").isEmpty();
    }

    @Test
    void aTableThatNobodyBoundedIsFound() {
        var table = "<table><tr th:each=\"one : ${all}\"></tr></table>";
        assertThat(lists(table)).containsExactly("all");
        assertThat(lists("<ul class=\"cards\"><li th:each=\"one : ${all}\"></li></ul>"))
                .containsExactly("all");
        assertThat(
                        lists(
                                "<table><tbody th:each=\"a : ${all}\"><tr th:each=\"one, row : ${a.rows}\"></tr></tbody></table>"))
                .containsExactly("all", "a.rows");
        assertThat(lists("<ul><li th:each=\"one : ${few}\"></li></ul>")).isEmpty();
    }

    /** What the lists of the page loop over, in its own words; of a fragment, what its callers hand to it. */
    private static List<String> loops(Path template, String text) throws IOException {
        var own = new TreeSet<>(lists(text));
        var handed = new ArrayList<String>();
        for (var fragment : FRAGMENT.matcher(text).results().toList()) {
            List.of(fragment.group(2).split(", ?")).forEach(handed::add);
        }
        own.removeAll(handed);
        for (var other : templates()) {
            var source = read(other);
            for (var fragment : FRAGMENT.matcher(source).results().toList()) {
                var parameters = List.of(fragment.group(2).split(", ?"));
                for (var at = 0; at < parameters.size(); at++) {
                    if (lists(body(source, fragment)).contains(parameters.get(at))) {
                        own.addAll(handed(text, TEMPLATES.relativize(other).toString(), fragment.group(1), at));
                    }
                }
            }
        }
        own.removeAll(handed);
        return List.copyOf(own);
    }

    private static String body(String source, MatchResult fragment) {
        var from = source.lastIndexOf('<', fragment.start());
        var next = source.indexOf("th:fragment=", fragment.end());
        return source.substring(from, next < 0 ? source.length() : next);
    }

    /** The argument at this place of every call of the fragment. */
    private static List<String> handed(String text, String file, String name, int at) {
        var call = Pattern.compile("~\\{" + Pattern.quote(file.replace(".html", "")) + " :: " + name + "\\((.*?)\\)}");
        return call.matcher(text)
                .results()
                .map(found -> found.group(1).split(", ?(?![^{]*})"))
                .filter(arguments -> arguments.length > at)
                .map(arguments -> arguments[at].replaceAll("^\\$\\{|}$", ""))
                .toList();
    }

    /** Rows of tables, cards and entries of trails. */
    private static List<String> lists(String text) {
        var found = new ArrayList<String>();
        var table = text.contains("<table") || text.contains("<tr");
        var cards = text.contains("class=\"cards\"")
                || text.contains("class=\"timeline\"")
                || text.contains("fragment=\"entries(");
        for (var loop : LIST.matcher(text).results().toList()) {
            var row = !loop.group().startsWith("<li");
            if (row && table || !row && cards && isOfCards(text, loop)) {
                found.add(loop.group(1));
            }
        }
        return found;
    }

    private static boolean isOfCards(String text, MatchResult loop) {
        var before = text.substring(0, loop.start());
        var list = Math.max(before.lastIndexOf("<ul"), before.lastIndexOf("<ol"));
        var opened = list < 0 ? "" : before.substring(list, before.indexOf('>', list));
        return opened.contains("cards")
                || opened.contains("timeline")
                || before.lastIndexOf("fragment=\"entries(") > list;
    }

    private static List<String> paged(String text) {
        return matches(PAGED, text);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path template) throws IOException {
        return Files.readString(template, StandardCharsets.UTF_8);
    }
}
