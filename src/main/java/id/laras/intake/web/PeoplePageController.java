package id.laras.intake.web;

import id.laras.intake.ImportLimits;
import id.laras.intake.ImportState;
import id.laras.intake.ImportTable;
import id.laras.intake.OutsideSuperiors;
import id.laras.intake.PeopleImports;
import id.laras.people.OrganisationTree;
import id.laras.rules.Asks;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.words.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** HR imports people in two steps, preview and apply, and sees the units. */
@Controller
@RequestMapping("/hr/people")
class PeoplePageController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PeopleImports imports;
    private final OutsideSuperiors outside;
    private final ImportViews views;
    private final ImportLimits limits;
    private final OrganisationTree organisation;
    private final CurrentActor actor;
    private final Clock clock;

    PeoplePageController(
            PeopleImports imports,
            OutsideSuperiors outside,
            ImportViews views,
            ImportLimits limits,
            OrganisationTree organisation,
            CurrentActor actor,
            Clock clock) {
        this.imports = imports;
        this.outside = outside;
        this.views = views;
        this.limits = limits;
        this.organisation = organisation;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return people(List.of(), HttpStatus.OK);
    }

    /** Where {@link OversizedImports} leads whoever uploads far too much. */
    @GetMapping(params = OversizedImports.PARAMETER)
    ModelAndView tooLarge() {
        return people(List.of(views.tooLarge()), HttpStatus.PAYLOAD_TOO_LARGE);
    }

    private ModelAndView people(List<Refusal.Problem> problems, HttpStatus status) {
        var page = new ModelAndView("people/people", status);
        page.addObject("branches", organisation.branches());
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("tables", ImportTable.values());
        page.addObject("limits", limits);
        return page;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView preview(MultipartHttpServletRequest upload) {
        try {
            var id = imports.preview(views.files(upload.getFileMap()), actor.get());
            return new ModelAndView("redirect:/hr/people/imports/" + id);
        } catch (Refusal refusal) {
            return people(refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Somebody who is in no file of HR's programs: the page asks for the one row that a file would hold. */
    @PostMapping("/outside")
    ModelAndView outside(OutsideSuperiors.Entry entry) {
        try {
            return new ModelAndView("redirect:/hr/people/imports/" + outside.preview(entry, actor.get()));
        } catch (Refusal refusal) {
            return people(refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY).addObject("entry", entry);
        }
    }

    @GetMapping("/imports/{id}")
    ModelAndView state(@PathVariable String id) {
        return state(id, List.of(), HttpStatus.OK);
    }

    private ModelAndView state(String id, List<Refusal.Problem> problems, HttpStatus status) {
        var page = new ModelAndView("people/import", status);
        var state = find(id);
        page.addObject("state", state);
        page.addObject("groups", ImportViews.groups(state));
        page.addObject("zone", clock.getZone());
        page.addObject(Notices.PROBLEMS, problems);
        return page;
    }

    /** For the page that waits. */
    @GetMapping("/imports/{id}/progress")
    @ResponseBody
    Progress progress(@PathVariable String id) {
        var state = find(id);
        return new Progress(100, state.percent(), state.running());
    }

    /** @param running false when it has ended: the page has more to say then */
    record Progress(int total, int done, boolean running) {}

    /** @param confirmed that what the preview asks about is meant so; a refusal shows the preview again */
    @Asks("people.preview.ask")
    @PostMapping("/imports/{id}/apply")
    ModelAndView apply(@PathVariable String id, @RequestParam(defaultValue = "false") boolean confirmed) {
        find(id);
        try {
            imports.apply(id, confirmed, actor.get());
        } catch (Refusal refusal) {
            return state(id, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return new ModelAndView("redirect:/hr/people/imports/" + id);
    }

    @GetMapping("/imports/{id}/errors.csv")
    ResponseEntity<byte[]> errors(@PathVariable String id, Locale locale) {
        return views.csv(find(id), locale);
    }

    private ImportState find(String id) {
        return imports.state(id, actor.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/templates/{file}")
    ResponseEntity<byte[]> template(@PathVariable String file) {
        var parts = file.split("\\.", 2);
        var table = ImportTemplates.table(parts[0]);
        if (table != null && file.endsWith(".csv")) {
            return ImportViews.download(table.id() + ".csv", ImportViews.CSV, ImportTemplates.csv(table));
        }
        if (table != null && file.endsWith(".xlsx")) {
            return ImportViews.download(table.id() + ".xlsx", XLSX, ImportTemplates.xlsx(table));
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
