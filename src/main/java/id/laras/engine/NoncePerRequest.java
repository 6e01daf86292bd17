package id.laras.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Gives every request a nonce of its own. The engine's web applications keep it in the servlet context, which all requests
 * share. When two people open Tasklist at the same moment, one of them gets the other's nonce in the page: their browser
 * refuses every script, and the page stays empty (docs/adr/0069).
 */
class NoncePerRequest extends HttpFilter {

    static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new OwnContext(request), response);
    }

    private static final class OwnContext extends HttpServletRequestWrapper {

        private final ServletContext context;

        private OwnContext(HttpServletRequest request) {
            super(request);
            var shared = request.getServletContext();
            context = (ServletContext) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> answer(request, shared, method, arguments));
        }

        private static Object answer(
                HttpServletRequest request, ServletContext shared, Method method, Object[] arguments) throws Throwable {
            if (arguments != null && NONCE.equals(arguments[0])) {
                if (method.getName().equals("setAttribute")) {
                    request.setAttribute(NONCE, arguments[1]);
                    return null;
                }
                if (method.getName().equals("getAttribute")) {
                    return request.getAttribute(NONCE);
                }
            }
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }
}
