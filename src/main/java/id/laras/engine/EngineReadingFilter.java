package id.laras.engine;

import id.laras.security.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** Stands outside of Camunda's API and tells {@link EngineReadings} what was answered. */
final class EngineReadingFilter extends OncePerRequestFilter {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What tells of somebody's process; models, decisions, filters by themselves and accounts do not. */
    private static final Pattern ABOUT_PEOPLE = Pattern.compile(
            "/(task|process-instance|execution|variable-instance|history|incident|job|event-subscription|external-task)"
                    + "(/|$)|/filter/[^/]+/(list|singleResult|count)");

    private final EngineReadings readings;
    private final CurrentActor actor;

    EngineReadingFilter(EngineReadings readings, CurrentActor actor) {
        this.readings = readings;
        this.actor = actor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var login = SecurityContextHolder.getContext().getAuthentication();
        var path = decoded(request.getRequestURI());
        if (response.getStatus() < 400
                && login != null
                && login.isAuthenticated()
                && ABOUT_PEOPLE.matcher(path).find()) {
            // Cockpit's own lists answer everybody, with what he may read
            var refusing = path.contains("/cockpit/") ? "" : path;
            readings.note(
                    actor.get(),
                    ID.matcher(path).replaceAll("*"),
                    ids(refusing),
                    ids(path + "?" + decoded(request.getQueryString())));
        }
    }

    /** As the engine understands it: an id may come percent-encoded. */
    private static String decoded(String url) {
        try {
            return url == null ? "" : UriUtils.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return url;
        }
    }

    private static Set<String> ids(String url) {
        return ID.matcher(Objects.toString(url, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
