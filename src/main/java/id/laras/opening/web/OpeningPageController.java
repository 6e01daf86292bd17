package id.laras.opening.web;

import id.laras.cycle.CycleMending;
import id.laras.cycle.CycleService;
import id.laras.cycle.CycleWarnings;
import id.laras.cycle.OrganisationPredicate;
import id.laras.opening.OpeningService;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.words.Notices;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR sees a cycle, opens it for units and enters the units' own predicates. */
@Controller
@RequestMapping("/hr/cycles")
class OpeningPageController {

    /** The latest changes of a cycle; the trail keeps all. */
    private static final int SHOWN_CHANGES = 50;

    private final CycleService cycles;
    private final OpeningService openings;
    private final CycleMending mending;
    private final CycleWarnings warnings;
    private final CycleViews views;
    private final CurrentActor actor;
    private final Clock clock;

    OpeningPageController(
            CycleService cycles,
            OpeningService openings,
            CycleMending mending,
            CycleWarnings warnings,
            CycleViews views,
            CurrentActor actor,
            Clock clock) {
        this.cycles = cycles;
        this.openings = openings;
        this.mending = mending;
        this.warnings = warnings;
        this.views = views;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> asked) {
        return page(id, asked, List.of(), Set.of(), false, Map.of(), HttpStatus.OK);
    }

    @Asks("cycle.open.ask")
    @PostMapping("/{id}/opening")
    ModelAndView open(
            @PathVariable String id,
            @RequestParam(name = "unit", required = false) List<String> units,
            @RequestParam(defaultValue = "false") boolean twice) {
        var chosen = units == null ? Set.<String>of() : Set.copyOf(units);
        try {
            openings.open(id, chosen, twice, actor.get().account());
            return new ModelAndView("redirect:/hr/cycles/" + id);
        } catch (Refusal refusal) {
            return page(id, Map.of(), refusal.problems(), chosen, twice, Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /**
     * @param chosen  units that were ticked when the opening was refused
     * @param twice   whether also those were wanted who are evaluated elsewhere for some of the same days
     * @param entries predicates as they were sent, when they were refused
     */
    private ModelAndView page(
            String id,
            Map<String, String> asked,
            List<Refusal.Problem> problems,
            Set<String> chosen,
            boolean twice,
            Map<String, String> entries,
            HttpStatus status) {
        var page = new ModelAndView("cycle/show", status);
        page.addObject("cycle", views.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addObject("branches", views.branches(id));
        page.addObject("units", views.units(id));
        page.addObject("predicates", OrganisationPredicate.values());
        var progress = openings.progress(id).orElse(null);
        page.addObject("progress", progress);
        page.addObject(
                "skipped",
                progress == null
                        ? null
                        : ListQuery.of("/hr/cycles/" + id, asked)
                                .find(at -> openings.skipped(progress.openingId(), at)));
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("chosen", chosen);
        page.addObject("twice", twice);
        page.addObject("warnings", warnings.of(id));
        page.addObject("behind", mending.behind(id));
        page.addObject("changes", mending.changes(id, PageRequest.of(0, SHOWN_CHANGES)));
        page.addObject("entries", entries);
        page.addObject("zone", clock.getZone());
        return page;
    }

    /** For the page that waits. */
    @GetMapping("/{id}/progress")
    @ResponseBody
    Progress progress(@PathVariable String id) {
        return openings.progress(id)
                .map(progress -> new Progress(
                        progress.total(), progress.done(), progress.opened(), progress.skipped(), progress.running()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/predicates")
    ModelAndView setPredicates(
            @PathVariable String id, @RequestParam Map<String, String> entries, RedirectAttributes redirect) {
        views.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var chosen = new TreeMap<String, OrganisationPredicate>();
        var shown = new HashMap<String, String>();
        for (var unit : views.units(id)) {
            shown.put(unit.code(), entries.get("shown-" + unit.code()));
            var predicate = entries.get("predicate-" + unit.code());
            if (predicate != null && !predicate.isEmpty()) {
                chosen.put(unit.code(), oneOf(predicate));
            }
        }
        try {
            cycles.setUnitPredicates(id, chosen, shown, actor.get().account());
        } catch (Refusal refusal) {
            return page(id, Map.of(), refusal.problems(), Set.of(), false, entries, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Notices.done(redirect, "cycle.predicates.saved");
        return new ModelAndView("redirect:/hr/cycles/" + id);
    }

    private static OrganisationPredicate oneOf(String predicate) {
        return Arrays.stream(OrganisationPredicate.values())
                .filter(known -> known.name().equals(predicate))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** @param running false when it has ended or was interrupted: the page has more to say then */
    record Progress(int total, int done, int opened, int skipped, boolean running) {}
}
