package id.laras.security.web;

import id.laras.rules.Asks;
import id.laras.rules.Refusal;
import id.laras.rules.WayBack;
import id.laras.security.CurrentActor;
import id.laras.security.FourEyes;
import id.laras.security.OpenChanges;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;

    ChangePageController(FourEyes fourEyes, OpenChanges changes, CurrentActor actor, MessageSource messages) {
        this.fourEyes = fourEyes;
        this.changes = changes;
        this.actor = actor;
        this.messages = messages;
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
            RedirectAttributes next,
            Locale language) {
        try {
            var answer = fourEyes.confirm(id, actor.get());
            if (answer.code().isPresent()) {
                model.addAttribute("made", answer.code().get());
                return "security/code-made";
            }
            model.addAttribute("done", messages.getMessage("security.change.confirmed", null, language));
        } catch (Refusal refusal) {
            tell(refusal, model, language);
        }
        return told(back, model, next);
    }

    @Asks("security.change.refuse.ask")
    @PostMapping("/{id}/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            Model model,
            RedirectAttributes next,
            Locale language) {
        try {
            fourEyes.refuse(id, actor.get());
            model.addAttribute("done", messages.getMessage("security.change.refused", null, language));
        } catch (Refusal refusal) {
            tell(refusal, model, language);
        }
        return told(back, model, next);
    }

    /** Changes stand above the list of accounts too. */
    private String told(String back, Model model, RedirectAttributes next) {
        if (!WayBack.isOf(AccountPageController.PATH, back)) {
            return list(model);
        }
        Stream.of("done", "problems")
                .filter(model::containsAttribute)
                .forEach(one -> next.addFlashAttribute(one, model.getAttribute(one)));
        return "redirect:" + AccountPageController.PATH;
    }

    private void tell(Refusal refusal, Model model, Locale language) {
        model.addAttribute(
                "problems",
                refusal.problems().stream()
                        .map(problem -> messages.getMessage(problem.key(), problem.args(), language))
                        .toList());
    }
}
