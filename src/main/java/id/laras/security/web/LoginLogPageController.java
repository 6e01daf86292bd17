package id.laras.security.web;

import id.laras.rules.Csv;
import id.laras.rules.ListQuery;
import id.laras.security.CurrentActor;
import id.laras.security.Exports;
import id.laras.security.LoginLog;
import id.laras.words.Written;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of logins, for the administrator and the auditor. */
@Controller
class LoginLogPageController {

    private static final String PATH = "/admin/logins";

    private final LoginLog log;
    private final CurrentActor actor;
    private final Clock clock;
    private final Exports exports;
    private final MessageSource messages;

    LoginLogPageController(LoginLog log, CurrentActor actor, Clock clock, Exports exports, MessageSource messages) {
        this.exports = exports;
        this.messages = messages;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param at in the agency's zone */
    record Row(
            ZonedDateTime at,
            String account,
            String address,
            LoginLog.Way way,
            LoginLog.Outcome outcome,
            String token) {}

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> asked, Model model) {
        var list = list(asked);
        var sought = sought(list);
        model.addAttribute("account", sought.account());
        model.addAttribute("from", sought.from());
        model.addAttribute("until", sought.until());
        model.addAttribute(
                "entries", list.find(at -> log.read(sought, at, actor.get())).map(this::row));
        return "security/logins";
    }

    @GetMapping(value = PATH, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> file(@RequestParam Map<String, String> asked, Locale language) {
        var list = list(asked);
        return exports.answer(
                list,
                "catatan-masuk",
                null,
                list.<LoginLog.Entry>all(at -> log.read(sought(list), at, actor.get())),
                new Csv<LoginLog.Entry>()
                        .column(
                                said("security.logins.at", language),
                                entry -> new Written(language)
                                        .sortable(row(entry).at()))
                        .column(said("security.logins.account", language), LoginLog.Entry::account)
                        .column(said("security.logins.address", language), LoginLog.Entry::address)
                        .column(
                                said("security.logins.way", language),
                                entry -> said("security.logins.way." + entry.way(), language))
                        .column(said("security.token.name", language), LoginLog.Entry::token)
                        .column(
                                said("security.logins.outcome", language),
                                entry -> said("security.logins.outcome." + entry.outcome(), language)));
    }

    private static ListQuery list(Map<String, String> asked) {
        return ListQuery.of(PATH, asked).withFile();
    }

    private static LoginLog.Sought sought(ListQuery list) {
        return new LoginLog.Sought(list.filter("account"), list.day("from"), list.day("until"));
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private Row row(LoginLog.Entry entry) {
        return new Row(
                ZonedDateTime.ofInstant(entry.at(), clock.getZone()),
                entry.account(),
                entry.address(),
                entry.way(),
                entry.outcome(),
                entry.token());
    }
}
