package id.laras.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.engine.EngineAccess.Call;
import id.laras.words.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before Camunda's API at both of its roots. One answer, whatever the verb, hides five things: an endpoint that
 * {@link EngineAccess} does not name, a path spelled in another way, an object that does not exist, one that the caller may
 * not see, and what only Cockpit and Admin ask, for callers who have neither. Nobody learns which of them it is. What the
 * caller sees goes on to the engine, whose refusals then come through with their sentences. So does a second sending of one's
 * own task, which tells nothing new. A search waits for its turn ({@link SearchTurns}).
 */
final class EngineGate extends OncePerRequestFilter {

    private static final Pattern COMPLETION = Pattern.compile(".*/task/[^/]+/(?:complete|submit-form)");

    private final ProcessEngine engine;
    private final TaskRows rows;
    private final TakenTasks taken;
    private final Sentences sentences;
    private final ObjectMapper json;
    private final SearchTurns turns;

    EngineGate(
            ProcessEngine engine,
            TaskRows rows,
            TakenTasks taken,
            Sentences sentences,
            ObjectMapper json,
            SearchTurns turns) {
        this.engine = engine;
        this.rows = rows;
        this.taken = taken;
        this.sentences = sentences;
        this.json = json;
        this.turns = turns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        letGo();
        var call = EngineAccess.find(request.getMethod(), path, request::getParameterValues);
        if (call.isEmpty() || !isSeen(call.get()) && !isSentAgain(call.get(), path)) {
            answer(response, HttpStatus.NOT_FOUND, "NotFound", "engine.problem.notThere");
        } else if (!call.get().isSearch()) {
            chain.doFilter(request, response);
        } else if (!turns.<IOException, ServletException>run(who(), () -> chain.doFilter(request, response))) {
            answer(response, HttpStatus.TOO_MANY_REQUESTS, "TooManyRequests", "engine.question.busy");
        }
    }

    /** The engine's grants stay with who took a task: before it answers, what its caller has no right to any more is taken from them. */
    private void letGo() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.isAuthenticated()) {
            taken.letGo(login.getName());
        }
    }

    private boolean isSeen(Call call) {
        if (call.about() == null && !call.forOversight()) {
            return true;
        }
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.isAuthenticated()
                && (!call.forOversight() || EngineLogin.oversees(login))
                && (call.about() == null || isSeen(call, login));
    }

    private boolean isSeen(Call call, Authentication login) {
        var identity = engine.getIdentityService();
        identity.setAuthentication(login.getName(), EngineLogin.groups(login, engine), List.of());
        try {
            return call.about().isSeen(engine, call.id());
        } finally {
            identity.clearAuthentication();
        }
    }

    /** By a second click or from a second window: the engine then says that it was sent already, or that its time was over. */
    private boolean isSentAgain(Call call, String path) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && COMPLETION.matcher(path).matches()
                && rows.ended(call.id(), login.getName()).isPresent();
    }

    /** Strangers have been sent away by the login; all of them together would be one person here. */
    private static String who() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login == null ? "" : login.getName();
    }

    private void answer(HttpServletResponse response, HttpStatus status, String type, String sentence)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // the shape of the engine's own errors, which Tasklist and Cockpit show
        json.writeValue(response.getOutputStream(), Map.of("type", type, "message", sentences.of(sentence)));
    }
}
