package id.laras.audit.web;

import id.laras.audit.EvaluationSearch;
import id.laras.audit.MeetingTrail;
import id.laras.audit.Timeline;
import id.laras.audit.TimelineService;
import id.laras.audit.TimelineService.Part;
import id.laras.audit.TrailKind;
import id.laras.audit.TrailQuery;
import id.laras.calibration.MeetingLookup;
import id.laras.cycle.Cycles;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Stage;
import id.laras.rules.ListQuery;
import id.laras.security.CurrentActor;
import id.laras.security.Exports;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pages for HR and auditors: find an evaluation, read its timeline, that of a unit's meeting, and HR's other deeds. */
@Controller
class TimelinePageController {

    private static final String SEARCH = "/audit/evaluations";
    private static final String TIMELINE = "/audit/evaluations/{id}";
    private static final String MEETING = "/audit/calibrations/{id}";
    private static final String DEEDS = "/audit/deeds";

    /** The column of a trail: which end is read first. */
    private static final String AT = "at";

    private final EvaluationSearch search;
    private final TimelineService timelines;
    private final MeetingLookup meetings;
    private final Cycles cycles;
    private final CurrentActor actor;
    private final Exports exports;
    private final TrailFiles files;

    TimelinePageController(
            EvaluationSearch search,
            TimelineService timelines,
            MeetingLookup meetings,
            Cycles cycles,
            CurrentActor actor,
            Exports exports,
            TrailFiles files) {
        this.search = search;
        this.timelines = timelines;
        this.meetings = meetings;
        this.cycles = cycles;
        this.actor = actor;
        this.exports = exports;
        this.files = files;
    }

    @GetMapping(SEARCH)
    String search(@RequestParam Map<String, String> asked, Model model) {
        var list = found(asked);
        var cycle = list.filter("cycle");
        model.addAttribute("text", list.filter("text"));
        model.addAttribute("cycle", cycle);
        model.addAttribute("stage", list.filter("stage", Stage.class));
        model.addAttribute("cycles", cycles.findAllByOrderByFirstDayDescNameAsc());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("found", list.find(find(list)));
        model.addAttribute("meetings", cycle == null ? List.of() : meetings.meetings(cycle));
        return "audit/search";
    }

    @GetMapping(value = SEARCH, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> searchFile(@RequestParam Map<String, String> asked, Locale language) {
        var list = found(asked);
        return exports.answer(
                list, "penilaian", null, list.<EvaluationSearch.Found>all(find(list)), files.evaluations(language));
    }

    private static ListQuery found(Map<String, String> asked) {
        return ListQuery.of(SEARCH, asked)
                .column("employee", "employeeName")
                .column("unit", "unitName")
                .column("cycle", Sort.by("cycle.firstDay").descending())
                .ties("employeeName", "id")
                .withFile();
    }

    private Function<Pageable, Page<EvaluationSearch.Found>> find(ListQuery list) {
        return at -> search.find(list.filter("text"), list.filter("cycle"), list.filter("stage", Stage.class), at);
    }

    @GetMapping(TIMELINE)
    String timeline(@PathVariable String id, @RequestParam Map<String, String> asked, Locale locale, Model model) {
        var list = trail(SEARCH + "/" + id, asked);
        var timeline = new AtomicReference<Timeline>();
        var entries = list.find(at -> {
            var part = part(id, list, at, locale);
            timeline.set(part.timeline());
            return part.entries();
        });
        model.addAttribute("timeline", timeline.get());
        addTrail(model, list);
        model.addAttribute("entries", entries);
        return "audit/timeline";
    }

    @GetMapping(value = TIMELINE, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> timelineFile(
            @PathVariable String id, @RequestParam Map<String, String> asked, Locale locale) {
        var list = trail(SEARCH + "/" + id, asked);
        return exports.answer(
                list,
                "jejak",
                id,
                timelines
                        .rows(actor.get(), EvaluationId.of(id), sought(list), locale)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .forAFile(),
                files.entries(locale));
    }

    private Part part(String id, ListQuery list, Pageable at, Locale locale) {
        return timelines
                .timeline(actor.get(), EvaluationId.of(id), sought(list), plain(at), locale)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(MEETING)
    String meeting(@PathVariable String id, @RequestParam Map<String, String> asked, Locale locale, Model model) {
        var list = trail("/audit/calibrations/" + id, asked);
        var meeting = new AtomicReference<MeetingTrail>();
        var entries = list.find(at -> {
            meeting.set(meeting(id, list, at, locale));
            return meeting.get().entries();
        });
        model.addAttribute("meeting", meeting.get());
        addTrail(model, list);
        model.addAttribute("entries", entries);
        return "audit/meeting";
    }

    @GetMapping(value = MEETING, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> meetingFile(
            @PathVariable String id, @RequestParam Map<String, String> asked, Locale locale) {
        var list = trail("/audit/calibrations/" + id, asked);
        return exports.answer(
                list,
                "jejak-rapat",
                id,
                timelines
                        .meetingRows(actor.get(), id, sought(list), locale)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .forAFile(),
                files.entries(locale));
    }

    private MeetingTrail meeting(String id, ListQuery list, Pageable at, Locale locale) {
        return timelines
                .meeting(actor.get(), id, sought(list), plain(at), locale)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ListQuery trail(String path, Map<String, String> asked) {
        return ListQuery.of(path, asked).column(AT, AT).withFile();
    }

    private static void addTrail(Model model, ListQuery list) {
        model.addAttribute("text", list.filter("text"));
        model.addAttribute("kind", list.filter("kind", TrailKind.class));
        model.addAttribute("kinds", TrailKind.values());
        model.addAttribute("from", list.day("from"));
        model.addAttribute("until", list.day("until"));
    }

    private static TrailQuery sought(ListQuery list) {
        return new TrailQuery(
                list.filter("text"),
                list.filter("kind", TrailKind.class),
                list.day("from"),
                list.day("until"),
                Boolean.parseBoolean(list.filter("down")));
    }

    /** The trail orders itself. */
    private static Pageable plain(Pageable at) {
        return at instanceof PageRequest page ? page.withSort(Sort.unsorted()) : at;
    }

    @GetMapping(DEEDS)
    String deeds(@RequestParam Map<String, String> asked, Locale locale, Model model) {
        var list = deeds(asked);
        model.addAttribute("from", list.day("from"));
        model.addAttribute("until", list.day("until"));
        model.addAttribute("deeds", list.find(at -> timelines.deeds(list.day("from"), list.day("until"), at, locale)));
        return "audit/deeds";
    }

    @GetMapping(value = DEEDS, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> deedsFile(@RequestParam Map<String, String> asked, Locale locale) {
        var list = deeds(asked);
        return exports.answer(
                list,
                "tindakan",
                null,
                timelines.deedRows(list.day("from"), list.day("until"), locale).forAFile(),
                files.entries(locale));
    }

    private static ListQuery deeds(Map<String, String> asked) {
        return ListQuery.of(DEEDS, asked).withFile();
    }

    @GetMapping("/audit/deeds/{id}")
    String parts(
            @PathVariable("id") String parts, @RequestParam Map<String, String> asked, Locale locale, Model model) {
        var found = ListQuery.of(DEEDS + "/" + parts, asked).find(at -> timelines.parts(parts, at, locale));
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("parts", parts);
        model.addAttribute("entries", found);
        return "audit/parts";
    }
}
