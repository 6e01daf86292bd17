package id.laras.security.web;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; Spring Security answers the form that it posts. On the demo it tells who can be tried. */
@Controller
class LoginPageController {

    private static final List<String> DEMO_ACCOUNTS =
            List.of("staf", "rekan", "bawahan", "kabid", "kadis", "sdm", "sdmunit", "timkinerja", "auditor", "admin");

    private final boolean demo;

    LoginPageController(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("demoAccounts", demo ? DEMO_ACCOUNTS : List.of());
        return "security/login";
    }
}
