package id.laras.security.web;

import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.CurrentActor;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody changes their own password here. */
@Controller
@RequestMapping("/account/password")
class OwnPasswordController {

    private final AccountService accounts;
    private final CurrentActor actor;
    private final MessageSource messages;

    OwnPasswordController(AccountService accounts, CurrentActor actor, MessageSource messages) {
        this.accounts = accounts;
        this.actor = actor;
        this.messages = messages;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("fromDirectory", !accounts.hasPassword(actor.get().account()));
        return "security/password";
    }

    /** The change ends every session, this one too: one logs in anew with the new password. */
    @PostMapping
    String change(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            Locale language) {
        try {
            if (!password.equals(again)) {
                throw new Refusal("security.password.differ");
            }
            accounts.changePassword(old, password, actor.get());
            return "redirect:/login?changed";
        } catch (Refusal refusal) {
            model.addAttribute(
                    "problems",
                    refusal.problems().stream()
                            .map(problem -> messages.getMessage(problem.key(), problem.args(), language))
                            .toList());
            return form(model);
        }
    }
}
