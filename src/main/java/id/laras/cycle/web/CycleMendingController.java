package id.laras.cycle.web;

import id.laras.cycle.CycleMending;
import id.laras.cycle.CycleWithdrawal;
import id.laras.cycle.Follower;
import id.laras.cycle.MendingPreview;
import id.laras.cycle.MendingPreviews;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Listing;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.words.Notices;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR mends a cycle: types what shall be, sees what that does to whom, gives a reason and confirms; or withdraws it. */
@Controller
@RequestMapping("/hr/cycles/{id}")
class CycleMendingController {

    /** Few enough that what has to be confirmed, and the button, which stand below, are found. */
    private static final int ROWS = 10;

    private final CycleMending mending;
    private final MendingPreviews previews;
    private final CycleWithdrawal withdrawal;
    private final CurrentActor actor;

    CycleMendingController(
            CycleMending mending, MendingPreviews previews, CycleWithdrawal withdrawal, CurrentActor actor) {
        this.mending = mending;
        this.previews = previews;
        this.withdrawal = withdrawal;
        this.actor = actor;
    }

    /** The fields; once they are sent also what they would do. */
    @GetMapping("/change")
    ModelAndView form(
            @PathVariable String id, @ModelAttribute CycleForm typed, @RequestParam(defaultValue = "1") int page) {
        return page(id, typed, page, "", "", List.of(), HttpStatus.OK);
    }

    /**
     * @param shown seal of the changes that the page has shown: all fields are sent, also those that somebody else has changed since
     * @param seen  seal of the warnings that HR has confirmed
     */
    @PostMapping("/change")
    ModelAndView change(
            @PathVariable String id,
            @ModelAttribute CycleForm typed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes redirect) {
        var form = typed.over(asItIs(id));
        try {
            mending.mend(id, form.wish(), reason, shown, seen, actor.get().account());
        } catch (Refusal refusal) {
            return page(id, form, 1, reason, "", refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Notices.done(redirect, "cycle.change.done");
        return new ModelAndView("redirect:/hr/cycles/" + id);
    }

    @Asks("cycle.withdraw.ask")
    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam(name = "why", defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var name = asItIs(id).name();
        try {
            withdrawal.withdraw(id, reason, actor.get().account());
        } catch (Refusal refusal) {
            return page(id, nothing(), 1, "", reason, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Notices.done(redirect, "cycle.withdraw.done", name);
        return new ModelAndView("redirect:/hr/cycles");
    }

    /** Tries again with those that do not follow the cycle's days yet. */
    @PostMapping("/following")
    String follow(@PathVariable String id) {
        asItIs(id);
        mending.followAgain();
        return "redirect:/hr/cycles/" + id;
    }

    /**
     * @param why      typed as the reason of a withdrawal that was refused
     * @param problems of what was sent to be done; what the preview finds comes to it
     */
    private ModelAndView page(
            String id,
            CycleForm typed,
            int number,
            String reason,
            String why,
            List<Refusal.Problem> problems,
            HttpStatus status) {
        var form = typed.over(asItIs(id));
        var found = problems;
        var answer = status;
        MendingPreview preview = null;
        if (typed.isSent()) {
            try {
                preview = previews.of(id, form.wish());
            } catch (Refusal refusal) {
                found = refusal.problems();
                answer = HttpStatus.UNPROCESSABLE_ENTITY;
            }
        }
        var page = new ModelAndView("cycle/change", answer);
        CyclePageController.show(page, form, found, preview == null ? List.of() : preview.warnings());
        page.addObject("id", id);
        page.addObject("name", asItIs(id).name());
        page.addObject("opened", previews.isOpened(id));
        page.addObject("preview", preview);
        page.addObject("reason", reason);
        page.addObject("why", why);
        var asked = form.asked();
        asked.put("page", String.valueOf(number));
        page.addObject("followers", preview == null || preview.followers() == 0 ? null : followers(id, preview, asked));
        return page;
    }

    private Listing<Follower> followers(String id, MendingPreview preview, Map<String, String> asked) {
        return ListQuery.of("/hr/cycles/" + id + "/change", asked)
                .rows(ROWS)
                .find(at -> previews.followers(id, preview, at));
    }

    private CycleForm asItIs(String id) {
        try {
            return CycleForm.of(mending.asItIs(id));
        } catch (Refusal unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static CycleForm nothing() {
        return new CycleForm(null, null, null, null, null, null, null, null, null, null, null);
    }
}
