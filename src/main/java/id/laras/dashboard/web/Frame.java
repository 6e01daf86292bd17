package id.laras.dashboard.web;

import id.laras.security.Account;
import id.laras.security.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** What the frame around every page says: who is logged in, and which page this is. Costs nothing where no page is drawn. */
@Component
class Frame implements HandlerInterceptor {

    private final Accounts accounts;

    Frame(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView modelAndView) {
        if (modelAndView == null || isRedirect(modelAndView)) {
            return;
        }
        modelAndView.addObject(
                "currentPath",
                request.getRequestURI().substring(request.getContextPath().length()));
        modelAndView.addObject("currentQuery", withoutLanguage(request.getQueryString()));
        var login = request.getUserPrincipal();
        if (login != null) {
            modelAndView.addObject(
                    "viewerName",
                    accounts.findById(login.getName()).map(Account::displayName).orElse(login.getName()));
        }
    }

    /** What was asked, for the links to the other language: a search in Indonesian is the same search in English. */
    private static String withoutLanguage(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(one -> !one.isEmpty() && !one.startsWith("lang="))
                        .map(one -> one + "&")
                        .collect(Collectors.joining());
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith("redirect:");
    }
}
