package id.laras.security.web;

import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.LoginLog;
import id.laras.words.Notices;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever was handed a one-time code sets their own password here, without a login. */
@Controller
class CodePageController {

    private final AccountService accounts;
    private final LoginLog log;

    CodePageController(AccountService accounts, LoginLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    @GetMapping("/code")
    String form() {
        return "security/code";
    }

    /** The name stays in the form after a refusal; the code is typed again, as a password is. */
    @PostMapping("/code")
    String use(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpServletRequest request) {
        try {
            if (!password.equals(again)) {
                throw new Refusal("security.password.differ");
            }
            accounts.useCode(account.strip(), code, password);
            log.codeTried(true, account.strip(), request);
            return "redirect:/login?changed";
        } catch (Refusal refusal) {
            if (refusal.problems().stream().anyMatch(problem -> problem.key().equals("security.code.wrong"))) {
                log.codeTried(false, account.strip(), request);
            }
            model.addAttribute("account", account);
            Notices.refused(model, refusal);
            return form();
        }
    }
}
