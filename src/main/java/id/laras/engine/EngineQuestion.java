package id.laras.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody asked of Camunda's API, as the engine understood it; or of a page of ours that lists evaluations with what
 * came out.
 *
 * @param path  decoded
 * @param query decoded, or null
 * @param body  or null
 */
record EngineQuestion(String path, String query, String body) {

    /** Lists of evaluations, each for those with a role. */
    static final List<String> PAGES = List.of("/audit/evaluations", "/hr/evaluations");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Ids of what the path names: whoever may not read that is refused, and whoever is answered was told of nothing else.
     * None for Cockpit's own lists, which answer everybody, with what they may read.
     */
    Set<String> named() {
        return path.contains("/cockpit/") ? Set.of() : ids(path.replaceAll(";[^/]*", ""));
    }

    boolean isOfPage() {
        return PAGES.stream().anyMatch(path::endsWith);
    }

    /** All ids in it. */
    Set<String> ids() {
        return ids(String.join(" ", path, Objects.toString(query, ""), Objects.toString(body, "")));
    }

    /** The same question with a star for each of these ids. */
    EngineQuestion without(Set<String> ids) {
        UnaryOperator<String> stars = text ->
                text == null ? null : ID.matcher(text).replaceAll(id -> ids.contains(id.group()) ? "*" : id.group());
        return new EngineQuestion(stars.apply(path), stars.apply(query), stars.apply(body));
    }

    private static Set<String> ids(String text) {
        return ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
