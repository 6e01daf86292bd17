package id.laras.cycle.web;

import id.laras.cycle.CycleKind;
import id.laras.cycle.CycleService;
import id.laras.cycle.CycleWarning;
import id.laras.cycle.CycleWarnings;
import id.laras.cycle.CyclesAtAGlance;
import id.laras.cycle.CyclesAtAGlance.CycleRow;
import id.laras.cycle.Scheme;
import id.laras.rules.Csv;
import id.laras.rules.ListQuery;
import id.laras.rules.NamePattern;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.security.Exports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** HR's list of cycles, and a new one. */
@Controller
@RequestMapping("/hr/cycles")
class CyclePageController {

    private final CycleService cycles;
    private final CycleWarnings cycleWarnings;
    private final CyclesAtAGlance atAGlance;
    private final Exports exports;
    private final MessageSource messages;
    private final CurrentActor actor;
    private final Clock clock;

    CyclePageController(
            CycleService cycles,
            CycleWarnings cycleWarnings,
            CyclesAtAGlance atAGlance,
            Exports exports,
            MessageSource messages,
            CurrentActor actor,
            Clock clock) {
        this.atAGlance = atAGlance;
        this.exports = exports;
        this.messages = messages;
        this.cycles = cycles;
        this.cycleWarnings = cycleWarnings;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        var list = list(asked);
        model.addAttribute("name", list.filter("name"));
        model.addAttribute("kind", list.filter("kind", CycleKind.class));
        model.addAttribute("scheme", list.filter("scheme", Scheme.class));
        model.addAttribute("kinds", CycleKind.values());
        model.addAttribute("schemes", Scheme.values());
        model.addAttribute("cycles", list.find(found(list)));
        return "cycle/list";
    }

    @GetMapping(params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> file(@RequestParam Map<String, String> asked, Locale language) {
        var list = list(asked);
        return exports.answer(
                list,
                "siklus",
                null,
                list.<CycleRow>all(found(list)),
                new Csv<CycleRow>()
                        .column(said("cycle.list.name", language), CycleRow::name)
                        .column(said("cycle.new.kind", language), row -> said("cycle.kind." + row.kind(), language))
                        .column(
                                said("cycle.list.scheme", language),
                                row -> said("cycle.scheme." + row.scheme(), language))
                        .column(said("cycle.new.firstDay", language), CycleRow::firstDay)
                        .column(said("cycle.new.lastDay", language), CycleRow::lastDay)
                        .column(said("cycle.list.evaluations", language), CycleRow::evaluations)
                        .column(said("cycle.list.closed", language), CycleRow::closed));
    }

    private static ListQuery list(Map<String, String> asked) {
        return ListQuery.of("/hr/cycles", asked)
                .column("period", Sort.by("period").descending())
                .column("name", "name")
                .column("scheme", "scheme")
                .column("evaluations", Sort.by("evaluations").descending())
                .column("closed", Sort.by("closed").descending())
                .ties("name")
                .withFile();
    }

    private Function<Pageable, Page<CycleRow>> found(ListQuery list) {
        return at -> atAGlance.find(
                NamePattern.of(list.filter("name")),
                list.filter("kind", CycleKind.class),
                list.filter("scheme", Scheme.class),
                at);
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    @GetMapping("/new")
    ModelAndView form() {
        return form(CycleForm.suggestion(LocalDate.now(clock)), List.of(), List.of(), HttpStatus.OK);
    }

    /** @param seen seal of the warnings that HR has confirmed */
    @PostMapping
    ModelAndView create(@ModelAttribute CycleForm form, @RequestParam(defaultValue = "") String seen) {
        try {
            var warnings = cycleWarnings.of(form.wish());
            if (!warnings.isEmpty() && !CycleWarning.seal(warnings).equals(seen)) {
                return form(form, List.of(), warnings, HttpStatus.UNPROCESSABLE_ENTITY);
            }
            return new ModelAndView("redirect:/hr/cycles/"
                    + cycles.create(form.wish(), actor.get().account()).id());
        } catch (Refusal refusal) {
            return form(form, refusal.problems(), List.of(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** A problem's key is {@code cycle.<field>.<rule>}, so that it can stand beside its field too. */
    private static ModelAndView form(
            CycleForm form, List<Refusal.Problem> problems, List<CycleWarning> warnings, HttpStatus status) {
        var page = new ModelAndView("cycle/new", status);
        show(page, form, problems, warnings);
        return page;
    }

    /** What a page with the fields of a cycle shows. */
    static void show(ModelAndView page, CycleForm form, List<Refusal.Problem> problems, List<CycleWarning> warnings) {
        page.addObject("form", form);
        page.addObject("kinds", CycleKind.values());
        page.addObject("schemes", Scheme.values());
        page.addObject("mistakes", problems);
        page.addObject("warnings", warnings);
        page.addObject("seal", CycleWarning.seal(warnings));
        page.addObject(
                "wrong",
                problems.stream()
                        .collect(Collectors.toMap(
                                problem -> problem.key().split("\\.")[1], problem -> problem, (first, next) -> first)));
    }
}
