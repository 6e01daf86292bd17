package id.laras.succession.web;

import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.people.AwayAndActing;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Nip;
import id.laras.rules.Refusal;
import id.laras.rules.WayBack;
import id.laras.security.CurrentActor;
import id.laras.steps.TrailEvent;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.Deviations;
import id.laras.succession.EarlyEnds;
import id.laras.succession.HandOvers;
import id.laras.succession.Reopenings;
import id.laras.succession.Shortenings;
import id.laras.words.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR keeps who is away and who acts for whom, and says what a changed superior means for evaluations that run. */
@Controller
@RequestMapping(LinePageController.PATH)
class LinePageController {

    static final String PATH = "/hr/lines";

    private final EvaluationReaders readers;
    private final HandOvers handOvers;
    private final EarlyEnds earlyEnds;
    private final Deviations deviations;
    private final Shortenings shortenings;
    private final Reopenings reopenings;
    private final AwayAndActing offices;
    private final CurrentActor actor;
    private final Clock clock;

    LinePageController(
            EvaluationReaders readers,
            HandOvers handOvers,
            EarlyEnds earlyEnds,
            Deviations deviations,
            Shortenings shortenings,
            Reopenings reopenings,
            AwayAndActing offices,
            CurrentActor actor,
            Clock clock) {
        this.readers = readers;
        this.handOvers = handOvers;
        this.earlyEnds = earlyEnds;
        this.deviations = deviations;
        this.shortenings = shortenings;
        this.reopenings = reopenings;
        this.offices = offices;
        this.actor = actor;
        this.clock = clock;
    }

    /** What was typed about somebody who is away. */
    record Absent(String nip, AbsenceKind kind, LocalDate first, LocalDate last) {}

    /** What was typed about somebody who acts for another. */
    record Appointed(String official, String acting, ActingKind kind, LocalDate first, LocalDate last) {}

    /** Each list has pages of its own. */
    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        fill(model, ListQuery.of(PATH, asked));
        return "cycle/lines";
    }

    private void fill(Model model, ListQuery lists) {
        model.addAttribute("deviations", lists.find(at -> deviations.deviations(actor.get(), at)));
        model.addAttribute("unitMoves", lists.named("moves").find(at -> deviations.unitMoves(actor.get(), at)));
        model.addAttribute("acting", lists.named("acting").find(at -> offices.acting(actor.get(), at)));
        model.addAttribute("away", lists.named("away").find(at -> offices.away(actor.get(), at)));
        model.addAttribute("absenceKinds", AbsenceKind.values());
        model.addAttribute("actingKinds", ActingKind.values());
        model.addAttribute("today", LocalDate.now(clock));
    }

    /** @param last the last day of the absence; people count days with both ends, the lines without the last */
    @PostMapping("/absences")
    ModelAndView leave(
            @RequestParam(required = false) String nip,
            @RequestParam(required = false) AbsenceKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            Model model,
            RedirectAttributes next) {
        return enter(
                () -> offices.leave(Nip.of(nip), kind, first, dayAfter(last), actor.get()),
                "absent",
                new Absent(nip, kind, first, last),
                back,
                model,
                next);
    }

    @PostMapping("/actings")
    ModelAndView appoint(
            @RequestParam(required = false) String official,
            @RequestParam(required = false) String acting,
            @RequestParam(required = false) ActingKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            Model model,
            RedirectAttributes next) {
        return enter(
                () -> offices.appoint(Nip.of(official), Nip.of(acting), kind, first, dayAfter(last), actor.get()),
                "appointed",
                new Appointed(official, acting, kind, first, last),
                back,
                model,
                next);
    }

    /** @param typed stands in the form of that name again after a refusal */
    private ModelAndView enter(
            Runnable deed, String form, Object typed, String back, Model model, RedirectAttributes next) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            fill(model, ListQuery.of(PATH, WayBack.asked(PATH, back)));
            Notices.refused(model, refusal);
            model.addAttribute(form, typed);
            return new ModelAndView("cycle/lines", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Notices.done(next, "cycle.lines.done");
        return new ModelAndView("redirect:/hr/lines");
    }

    @GetMapping("/evaluations/{id}")
    ModelAndView one(@PathVariable String id) {
        return page(id, List.of(), null, HttpStatus.OK);
    }

    @Asks("cycle.line.choice.ask")
    @PostMapping("/evaluations/{id}/choice")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(required = false) Choice choice,
            @RequestParam(required = false) String reason,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        return change(
                id,
                "choice",
                reason,
                back,
                () -> handOvers.choose(EvaluationId.of(id), choice, reason, actor.get()),
                next);
    }

    @Asks("cycle.line.end.ask")
    @PostMapping("/evaluations/{id}/end")
    ModelAndView end(
            @PathVariable String id,
            @RequestParam(required = false) EndReason kind,
            @RequestParam(required = false) String reason,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        return change(
                id, "end", reason, back, () -> earlyEnds.end(EvaluationId.of(id), kind, reason, actor.get()), next);
    }

    @Asks("cycle.shorten.ask")
    @PostMapping("/evaluations/{id}/period")
    ModelAndView shorten(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam(required = false) EndReason kind,
            @RequestParam(required = false) String reason,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        return change(
                id,
                "period",
                reason,
                back,
                () -> shortenings.shorten(EvaluationId.of(id), first, last, kind, reason, actor.get()),
                next);
    }

    @Asks("cycle.reopen.ask")
    @PostMapping("/evaluations/{id}/reopening")
    ModelAndView reopen(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        return change(
                id, "reopening", reason, back, () -> reopenings.reopen(EvaluationId.of(id), reason, actor.get()), next);
    }

    /** @param what the deed, for the notice that says who is awaited then */
    private ModelAndView change(
            String id, String what, String reason, String back, Runnable deed, RedirectAttributes next) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            return page(id, refusal.problems(), reason, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        var situation = deviations.situation(EvaluationId.of(id), actor.get());
        if (situation.isEmpty()) {
            // whoever has no reach any more is told so much, on a page that they may still read
            Notices.done(next, "cycle.lines.done");
            return new ModelAndView("redirect:" + PATH);
        }
        var now = situation.get().now();
        Notices.done(next, "cycle.line.done." + what, now.assessor(), now.employeeName());
        next.addAttribute(WayBack.FIELD, back);
        return new ModelAndView("redirect:/hr/lines/evaluations/" + id);
    }

    private ModelAndView page(String id, List<Refusal.Problem> problems, String reason, HttpStatus status) {
        var situation = deviations
                .situation(EvaluationId.of(id), actor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        readers.read(actor.get(), EvaluationId.of(id), TrailEvent.LINES_READ, null);
        var page = new ModelAndView("cycle/line", status);
        page.addObject("situation", situation);
        page.addObject("shortened", shortenings.of(EvaluationId.of(id)));
        page.addObject("choices", Choice.values());
        page.addObject("endReasons", EndReason.values());
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("reason", reason);
        page.addObject("zone", clock.getZone());
        return page;
    }

    private static LocalDate dayAfter(LocalDate last) {
        // no day follows the last one there is; the rule refuses both
        return last == null || LocalDate.MAX.equals(last) ? last : last.plusDays(1);
    }
}
