package id.laras.security.web;

import id.laras.security.CurrentActor;
import id.laras.security.LoginLog;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of logins, for the administrator and the auditor. */
@Controller
class LoginLogPageController {

    /** Whoever wants older ones searches for one account. */
    private static final int LAST_PAGE = 1000;

    private final LoginLog log;
    private final CurrentActor actor;
    private final Clock clock;

    LoginLogPageController(LoginLog log, CurrentActor actor, Clock clock) {
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param at in the agency's zone */
    record Row(
            LocalDateTime at,
            String account,
            String address,
            LoginLog.Way way,
            LoginLog.Outcome outcome,
            String token) {}

    @GetMapping("/admin/logins")
    String list(
            @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "1") int page, Model model) {
        var number = Math.min(Math.max(page, 1), LAST_PAGE);
        var found = log.read(account.strip(), number - 1, actor.get());
        model.addAttribute("account", account.strip());
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > LoginLog.PAGE && number < LAST_PAGE);
        model.addAttribute(
                "entries", found.stream().limit(LoginLog.PAGE).map(this::row).toList());
        return "security/logins";
    }

    private Row row(LoginLog.Entry entry) {
        return new Row(
                LocalDateTime.ofInstant(entry.at(), clock.getZone()),
                entry.account(),
                entry.address(),
                entry.way(),
                entry.outcome(),
                entry.token());
    }
}
