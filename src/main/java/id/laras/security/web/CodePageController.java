package id.laras.security.web;

import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever was handed a one-time code sets their own password here, without a login. */
@Controller
class CodePageController {

    private final AccountService accounts;
    private final MessageSource messages;

    CodePageController(AccountService accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
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
            Locale language) {
        try {
            if (!password.equals(again)) {
                throw new Refusal("security.password.differ");
            }
            accounts.useCode(account.strip(), code, password);
            return "redirect:/login?changed";
        } catch (Refusal refusal) {
            model.addAttribute("account", account);
            model.addAttribute(
                    "problems",
                    refusal.problems().stream()
                            .map(problem -> messages.getMessage(problem.key(), problem.args(), language))
                            .toList());
            return form();
        }
    }
}
