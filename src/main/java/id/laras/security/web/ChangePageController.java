package id.laras.security.web;

import id.laras.rules.Asks;
import id.laras.rules.Refusal;
import id.laras.rules.WayBack;
import id.laras.security.CurrentActor;
import id.laras.security.FourEyes;
import id.laras.security.OpenChanges;
import id.laras.words.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody with a role sees what administrators did alone or ask for; those who may, confirm it or take it back. */
@Controller
@RequestMapping("/account/changes")
class ChangePageController {

    private final FourEyes fourEyes;
    private final OpenChanges changes;
    private final CurrentActor actor;

    ChangePageController(FourEyes fourEyes, OpenChanges changes, CurrentActor actor) {
        this.fourEyes = fourEyes;
        this.changes = changes;
        this.actor = actor;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("changes", changes.seenBy(actor.get()));
        model.addAttribute("lackSecondPerson", changes.lackSecondPerson(actor.get()));
        return "security/changes";
    }

    /** Shows the code, if it was one that was asked for, in this answer and never again. */
    @Asks("security.change.confirm.ask")
    @PostMapping("/{id}/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            Model model,
            RedirectAttributes next) {
        var page = told(back, model, next);
        try {
            var answer = fourEyes.confirm(id, actor.get());
            if (answer.code().isPresent()) {
                model.addAttribute("made", answer.code().get());
                return "security/code-made";
            }
            Notices.done(page, "security.change.confirmed");
        } catch (Refusal refusal) {
            Notices.refused(page, refusal);
        }
        return page == model ? list(model) : "redirect:" + AccountPageController.PATH;
    }

    @Asks("security.change.refuse.ask")
    @PostMapping("/{id}/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            Model model,
            RedirectAttributes next) {
        var page = told(back, model, next);
        try {
            fourEyes.refuse(id, actor.get());
            Notices.done(page, "security.change.refused");
        } catch (Refusal refusal) {
            Notices.refused(page, refusal);
        }
        return page == model ? list(model) : "redirect:" + AccountPageController.PATH;
    }

    /** Changes stand above the list of accounts too: who decided there is led back, and told there. */
    private static Model told(String back, Model here, RedirectAttributes next) {
        return WayBack.isOf(AccountPageController.PATH, back) ? next : here;
    }
}
