package id.laras.security.web;

import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.CurrentActor;
import id.laras.security.LoginLog;
import id.laras.words.Notices;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody changes their own password here, sees who came in by their name, and ends their sessions. */
@Controller
@RequestMapping("/account/password")
class OwnPasswordController {

    /** Entries of the log that one is shown. */
    private static final int LOGINS = 10;

    private final AccountService accounts;
    private final LoginLog log;
    private final Clock clock;
    private final CurrentActor actor;

    OwnPasswordController(AccountService accounts, LoginLog log, Clock clock, CurrentActor actor) {
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
        this.actor = actor;
    }

    /** @param at in the agency's zone */
    record Row(ZonedDateTime at, String address, LoginLog.Way way, LoginLog.Outcome outcome, String token) {}

    @GetMapping
    String form(Model model) {
        model.addAttribute("fromDirectory", !accounts.hasPassword(actor.get().account()));
        model.addAttribute(
                "logins", log.own(actor.get(), LOGINS).stream().map(this::row).toList());
        return "security/password";
    }

    private Row row(LoginLog.Entry entry) {
        return new Row(
                ZonedDateTime.ofInstant(entry.at(), clock.getZone()),
                entry.address(),
                entry.way(),
                entry.outcome(),
                entry.token());
    }

    /** Ends this session too: one logs in anew. */
    @PostMapping("/sessions")
    String endSessions(@RequestParam(defaultValue = "") String password, Model model) {
        try {
            accounts.endOwnSessions(password, actor.get());
            return "redirect:/login?ended";
        } catch (Refusal refusal) {
            return refused(refusal, model);
        }
    }

    /** The change ends every session, this one too: one logs in anew with the new password. */
    @PostMapping
    String change(@RequestParam String old, @RequestParam String password, @RequestParam String again, Model model) {
        try {
            if (!password.equals(again)) {
                throw new Refusal("security.password.differ");
            }
            accounts.changePassword(old, password, actor.get());
            return "redirect:/login?changed";
        } catch (Refusal refusal) {
            return refused(refusal, model);
        }
    }

    private String refused(Refusal refusal, Model model) {
        Notices.refused(model, refusal);
        return form(model);
    }
}
