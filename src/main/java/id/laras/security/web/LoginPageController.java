package id.laras.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; Spring Security answers the form that it posts. */
@Controller
class LoginPageController {

    @GetMapping("/login")
    String login() {
        return "security/login";
    }
}
