package id.laras.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.engine.EngineAccess.Call;
import id.laras.security.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before Camunda's API at both of its roots. There is one answer for an endpoint that {@link EngineAccess} does
 * not name, for a path spelled in another way, for an object that does not exist, for one that the caller may not see, and
 * for a count that is not theirs to read, whatever the verb: who asks learns of none which it is. What the caller sees goes
 * on to the engine, whose refusals then come through with their sentences; and so does who sends a task of their own once
 * more, which is nothing new to them.
 */
final class EngineGate extends OncePerRequestFilter {

    private static final Pattern COMPLETION = Pattern.compile(".*/task/[^/]+/(?:complete|submit-form)");

    /** Who reads counts of everybody's processes. */
    private static final Set<Role> OVERSIGHT = EnumSet.of(Role.HR, Role.AUDITOR, Role.ADMIN);

    private final ProcessEngine engine;
    private final TaskRows rows;
    private final Sentences sentences;
    private final ObjectMapper json;

    EngineGate(ProcessEngine engine, TaskRows rows, Sentences sentences, ObjectMapper json) {
        this.engine = engine;
        this.rows = rows;
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var call = EngineAccess.find(request.getMethod(), path, request::getParameterValues);
        if (call.isPresent() && (isSeen(call.get()) || isSentAgain(call.get(), path))) {
            chain.doFilter(request, response);
        } else {
            answerThatThereIsNothing(response);
        }
    }

    private boolean isSeen(Call call) {
        if (call.about() == null && !call.forOversight()) {
            return true;
        }
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.isAuthenticated()
                && (!call.forOversight() || oversees(login))
                && (call.about() == null || isSeen(call, login));
    }

    private static boolean oversees(Authentication login) {
        return login.getAuthorities().stream()
                .anyMatch(authority ->
                        OVERSIGHT.stream().anyMatch(role -> role.name().equals(authority.getAuthority())));
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

    private void answerThatThereIsNothing(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // the shape of the engine's own errors, which Tasklist and Cockpit show
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", "NotFound", "message", sentences.of("engine.problem.notThere")));
    }
}
