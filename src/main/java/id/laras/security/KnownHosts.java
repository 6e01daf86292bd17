package id.laras.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses calls for a host that is not ours, the forwarded one included: what absolute addresses are made of (those for an
 * OIDC provider, those in the API's description) is then never somebody else's. Probes of the health come by any name.
 */
final class KnownHosts extends OncePerRequestFilter {

    private final Set<String> hosts;

    KnownHosts(Set<String> hosts) {
        this.hosts = hosts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return hosts.isEmpty() || request.getRequestURI().startsWith(request.getContextPath() + "/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            // not the error page, which is made for the same host
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
