package id.laras.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that is written in a roundabout way before anybody reads it. Tomcat, Spring and Camunda each understand
 * doubled slashes, encoded letters, parameters after a semicolon and dots in their own way, so a rule for one spelling would
 * hold for some of them only. Some of these spellings even break Spring's filters: anybody without a login could fill the log
 * with stack traces. No browser and no client of ours writes any of them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainPaths extends OncePerRequestFilter {

    /** What cannot stand in a path by itself, and all that is not ASCII; never a slash, a dot, a letter or a control. */
    private static final String ENCODED =
            "%(?:2[0-46-9A-Ca-c]|3[AaC-Fc-f]|40|5[BbDdEe]|60|7[B-Db-d]|[89A-Fa-f][0-9A-Fa-f])";

    /** Takes what it has read for good: to go back on a group, Java would keep every sign of the path on its stack. */
    private static final Pattern PLAIN =
            Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$&'()*+,=:@-]|" + ENCODED + ")++)++/?");

    static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
