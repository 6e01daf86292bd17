package id.laras.dashboard.web;

import id.laras.security.Account;
import id.laras.security.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        var login = request.getUserPrincipal();
        if (login != null) {
            modelAndView.addObject(
                    "viewerName",
                    accounts.findById(login.getName()).map(Account::displayName).orElse(login.getName()));
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith("redirect:");
    }
}
