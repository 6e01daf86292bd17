package id.laras.audit.web;

import id.laras.audit.EvaluationSearch;
import id.laras.audit.TimelineService;
import id.laras.calibration.CalibrationService;
import id.laras.cycle.Cycles;
import id.laras.cycle.EvaluationId;
import id.laras.rules.Pages;
import id.laras.security.CurrentActor;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pages for HR and auditors: find an evaluation, read its timeline, that of a unit's meeting, and HR's other deeds. */
@Controller
class TimelinePageController {

    private final EvaluationSearch search;
    private final TimelineService timelines;
    private final CalibrationService meetings;
    private final Cycles cycles;
    private final CurrentActor actor;

    TimelinePageController(
            EvaluationSearch search,
            TimelineService timelines,
            CalibrationService meetings,
            Cycles cycles,
            CurrentActor actor) {
        this.search = search;
        this.timelines = timelines;
        this.meetings = meetings;
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
        model.addAttribute("meetings", cycle.isEmpty() ? List.of() : meetings.meetings(cycle));
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

    @GetMapping("/audit/calibrations/{id}")
    String meeting(@PathVariable String id, Locale locale, Model model) {
        var trail = timelines
                .meeting(actor.get(), id, locale)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("meeting", trail);
        return "audit/meeting";
    }

    @GetMapping("/audit/deeds")
    String deeds(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        model.addAttribute("deeds", timelines.deeds(Pages.at(page), locale));
        return "audit/deeds";
    }

    @GetMapping("/audit/deeds/{id}")
    String parts(
            @PathVariable("id") String parts, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        var found = timelines.parts(parts, Pages.at(page), locale);
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("parts", parts);
        model.addAttribute("entries", found);
        return "audit/parts";
    }
}
