package id.laras.security.web;

import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Directories;
import id.laras.security.RefusedLogin;
import id.laras.security.TrialDoor;
import id.laras.words.Notices;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page; Spring Security answers the form that it posts. On the demo it tells who can be tried. */
@Controller
class LoginPageController {

    /** What the answer of a directory or of the database may have led to; each has a sentence {@code security.login.<name>}. */
    private static final List<String> REFUSED =
            List.of("refused", "unknown", "local", "closed", "unreachable", "disturbed");

    private final boolean demo;
    private final Directories directories;
    private final Accounts accounts;

    LoginPageController(Environment environment, Directories directories, Accounts accounts) {
        this.accounts = accounts;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.directories = directories;
    }

    @GetMapping("/login")
    String login(
            @RequestParam Map<String, String> params,
            @RequestAttribute(name = RefusedLogin.PROBLEM, required = false) Problem wait,
            Model model) {
        if (wait != null) {
            Notices.refused(model, new Refusal(List.of(wait)));
            // what was typed stands there again
            model.addAttribute("username", params.get("username"));
        }
        model.addAttribute(
                "refused",
                REFUSED.stream().filter(params::containsKey).findFirst().orElse(null));
        model.addAttribute("providers", directories.buttons());
        model.addAttribute("demoAccounts", demo ? demoAccounts() : List.of());
        return "security/login";
    }

    private List<Account> demoAccounts() {
        return TrialDoor.ACCOUNTS.stream()
                .flatMap(name -> accounts.findById(name).stream())
                .filter(TrialDoor::opensTo)
                .toList();
    }
}
