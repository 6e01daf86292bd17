package id.laras.security.web;

import id.laras.rules.AgencyDays;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Refusal;
import id.laras.rules.WayBack;
import id.laras.security.AccountService;
import id.laras.security.ApiTokenService;
import id.laras.security.ApiTokenService.View;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import id.laras.words.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own tokens for machines; the administrator finds and revokes everybody's. */
@Controller
class TokenPageController {

    private static final String ALL = "/admin/tokens";
    private static final int USUAL_DAYS = 90;

    private final ApiTokenService tokens;
    private final AccountService accounts;
    private final CurrentActor actor;
    private final Clock clock;

    TokenPageController(ApiTokenService tokens, AccountService accounts, CurrentActor actor, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param lastDay of its life, in the agency's zone */
    record Row(
            String id,
            String account,
            String name,
            Set<Role> roles,
            LocalDate created,
            LocalDate lastDay,
            LocalDate lastUsed,
            boolean works) {}

    @GetMapping("/account/tokens")
    String own(Model model) {
        return ownPage(model, "", LocalDate.now(clock).plusDays(USUAL_DAYS), Set.of());
    }

    /** Shows the token in this answer and never again. */
    @PostMapping("/account/tokens")
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        var made = done(model, () -> {
            model.addAttribute("token", tokens.create(name, roles, lastDay, password, actor.get()));
            model.addAttribute("tokenName", name.strip());
        });
        return made
                ? own(model)
                : ownPage(model, name, lastDay == null ? LocalDate.now(clock).plusDays(USUAL_DAYS) : lastDay, roles);
    }

    @Asks("security.token.revoke.ask")
    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable String id, Model model) {
        revokeOne(id, model);
        return own(model);
    }

    @GetMapping(ALL)
    String all(@RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("tokens", ListQuery.of(ALL, asked).find(tokens::all).map(this::row));
        return "security/all-tokens";
    }

    @Asks("security.token.revoke.ask")
    @PostMapping("/admin/tokens/{id}/revoke")
    String revokeAny(
            @PathVariable String id, @RequestParam(name = WayBack.FIELD, required = false) String back, Model model) {
        revokeOne(id, model);
        return all(WayBack.asked(ALL, back), model);
    }

    private void revokeOne(String id, Model model) {
        done(model, () -> {
            tokens.revoke(id, actor.get());
            Notices.done(model, "security.token.revoked");
        });
    }

    private static boolean done(Model model, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refusal refusal) {
            Notices.refused(model, refusal);
            return false;
        }
    }

    /** What was typed stands in the form again after a refusal. */
    private String ownPage(Model model, String name, LocalDate lastDay, Set<Role> roles) {
        var mine = EnumSet.copyOf(actor.get().roles());
        mine.remove(Role.STAFF);
        model.addAttribute(
                "tokens", tokens.own(actor.get()).stream().map(this::row).toList());
        model.addAttribute("hasPassword", accounts.hasPassword(actor.get().account()));
        model.addAttribute("roles", mine);
        model.addAttribute("name", name);
        model.addAttribute("lastDay", lastDay);
        model.addAttribute("chosen", roles);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("latest", LocalDate.now(clock).plusDays(ApiTokenService.LONGEST));
        return "security/tokens";
    }

    private Row row(View view) {
        return new Row(
                view.id(),
                view.account(),
                view.name(),
                view.roles(),
                AgencyDays.of(view.created(), clock),
                AgencyDays.of(view.expires(), clock).minusDays(1),
                view.lastUsed() == null ? null : AgencyDays.of(view.lastUsed(), clock),
                view.works());
    }
}
