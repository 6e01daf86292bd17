package id.laras.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;

/**
 * Stands around everything and says that the database is away. The page for other errors would ask it again, and its frame
 * once more, while the reader waits.
 */
@Configuration
public class Disturbances {

    private static final Logger LOG = LoggerFactory.getLogger(Disturbances.class);

    /** Wrappings of wrappings; only a broken exception has more. */
    private static final int DEEPEST = 30;

    @Bean
    FilterRegistrationBean<HttpFilter> disturbancesSaid(BareAnswers answers) {
        var filter = new FilterRegistrationBean<HttpFilter>(new Filter(answers));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        return filter;
    }

    /** Whether the database could not be reached, had no connection left or cut the one in use. */
    public static boolean isDatabaseAway(Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith("08")) {
                return true;
            }
        }
        return false;
    }

    private static final class Filter extends HttpFilter {

        private final transient BareAnswers answers;

        Filter(BareAnswers answers) {
            this.answers = answers;
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            try {
                chain.doFilter(isError(request) ? new Unread(request) : request, response);
            } catch (RuntimeException | IOException | ServletException failure) {
                var away = isDatabaseAway(failure);
                if (response.isCommitted() || !away && !isError(request)) {
                    throw failure;
                }
                if (away) {
                    LOG.warn(
                            "The database does not answer: {}",
                            failure.getClass().getSimpleName());
                } else {
                    LOG.error("The page for errors failed itself", failure);
                }
                answers.send(
                        request,
                        response,
                        away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                        "security.disturbed");
            }
        }

        private static boolean isError(HttpServletRequest request) {
            return request.getDispatcherType() == DispatcherType.ERROR;
        }
    }

    /**
     * The request as the page for errors sees it, without parameters: asked for one, the server would read to its end what
     * has just been refused.
     */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public String getContentType() {
            return null;
        }
    }
}
