package id.laras.audit.web;

import id.laras.audit.EvaluationSearch;
import id.laras.audit.TimelineService;
import id.laras.cycle.Cycles;
import id.laras.cycle.EvaluationId;
import id.laras.security.CurrentActor;
import java.util.Locale;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pages for HR and auditors: find an evaluation, read its timeline. */
@Controller
class TimelinePageController {

    private final EvaluationSearch search;
    private final TimelineService timelines;
    private final Cycles cycles;
    private final CurrentActor actor;

    TimelinePageController(EvaluationSearch search, TimelineService timelines, Cycles cycles, CurrentActor actor) {
        this.search = search;
        this.timelines = timelines;
        this.cycles = cycles;
        this.actor = actor;
    }

    @GetMapping("/audit/evaluations")
    String search(
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String cycle, Model model) {
        var found = search.find(text, cycle);
        model.addAttribute("text", text);
        model.addAttribute("cycle", cycle);
        model.addAttribute("cycles", cycles.findAll(Sort.by("firstDay").descending()));
        model.addAttribute("found", found);
        model.addAttribute("limited", found.size() == EvaluationSearch.LIMIT);
        model.addAttribute("limit", EvaluationSearch.LIMIT);
        return "audit/search";
    }

    @GetMapping("/audit/evaluations/{id}")
    String timeline(@PathVariable String id, Locale locale, Model model) {
        var timeline = timelines
                .timeline(actor.get(), EvaluationId.of(id), locale)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("timeline", timeline);
        return "audit/timeline";
    }
}
