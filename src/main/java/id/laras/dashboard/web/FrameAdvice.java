package id.laras.dashboard.web;

import id.laras.security.Account;
import id.laras.security.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page says: who is logged in, and which page this is. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    private final Accounts accounts;

    FrameAdvice(Accounts accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute("viewerName")
    String viewerName(Principal login) {
        return login == null
                ? null
                : accounts.findById(login.getName()).map(Account::displayName).orElse(login.getName());
    }

    @ModelAttribute("currentPath")
    String currentPath(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
