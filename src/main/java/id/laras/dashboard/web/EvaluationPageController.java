package id.laras.dashboard.web;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Stage;
import id.laras.dashboard.Dossiers;
import id.laras.dashboard.EvaluationsAtAGlance;
import id.laras.people.Namesakes;
import id.laras.rules.ListQuery;
import id.laras.rules.NamePattern;
import id.laras.security.CurrentActor;
import id.laras.security.Exports;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Page;
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

/** Evaluations as those concerned may see them; for everybody else they do not exist. */
@Controller
class EvaluationPageController {

    private static final String PATH = "/evaluations";

    private final CurrentActor currentActor;
    private final EvaluationReaders readers;
    private final EvaluationsAtAGlance evaluations;
    private final Dossiers dossiers;
    private final Clock clock;
    private final Exports exports;
    private final EvaluationFiles files;
    private final Namesakes namesakes;

    EvaluationPageController(
            CurrentActor currentActor,
            EvaluationReaders readers,
            EvaluationsAtAGlance evaluations,
            Dossiers dossiers,
            Clock clock,
            Exports exports,
            EvaluationFiles files,
            Namesakes namesakes) {
        this.currentActor = currentActor;
        this.readers = readers;
        this.evaluations = evaluations;
        this.dossiers = dossiers;
        this.clock = clock;
        this.exports = exports;
        this.files = files;
        this.namesakes = namesakes;
    }

    @GetMapping(PATH)
    String own(@RequestParam Map<String, String> asked, Model model) {
        var account = currentActor.get().account();
        var list = list(asked);
        var own = evaluations.findByEmployeeOrderByCycleFirstDayDesc(account);
        var people = list.find(people(list, account));
        model.addAttribute("own", own);
        model.addAttribute(
                "beside", namesakes.beside(accounts(Stream.concat(own.stream(), people.getContent().stream()))));
        model.addAttribute("cycles", evaluations.cyclesOfPeople(account));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("cycle", list.filter("cycle"));
        model.addAttribute("stage", list.filter("stage", Stage.class));
        model.addAttribute("name", list.filter("name"));
        model.addAttribute("people", people);
        model.addAttribute("account", account);
        return "dashboard/evaluations";
    }

    /** All whose names the rows tell. */
    static List<String> accounts(Stream<Evaluation> rows) {
        return rows.flatMap(row -> Stream.of(row.employee(), row.assessor())).toList();
    }

    @GetMapping(value = PATH, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> file(@RequestParam Map<String, String> asked, Locale language) {
        var list = list(asked);
        var account = currentActor.get().account();
        return exports.answer(
                list,
                "pegawai-saya",
                null,
                list.<Evaluation>all(people(list, account)),
                files.people(account, language));
    }

    private static ListQuery list(Map<String, String> asked) {
        return ListQuery.of(PATH, asked)
                .column("cycle", Sort.by("cycle.firstDay").descending())
                .column("employee", "employeeName")
                .ties("employeeName", "id")
                .withFile();
    }

    private Function<Pageable, Page<Evaluation>> people(ListQuery list, String account) {
        return at -> evaluations.ofPeople(
                account,
                list.filter("cycle"),
                list.filter("stage", Stage.class),
                NamePattern.of(list.filter("name")),
                at);
    }

    @GetMapping("/evaluations/{id}")
    String one(@PathVariable String id, Locale locale, Model model) {
        var actor = currentActor.get();
        var evaluation = readers.read(actor, EvaluationId.of(id), TrailEvent.EVALUATION_READ, null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var concerned =
                actor.account().equals(evaluation.employee()) || actor.account().equals(evaluation.assessor());
        model.addAttribute("evaluation", evaluation);
        model.addAttribute("shownIn", readers.shownIn(actor, evaluation));
        model.addAttribute("dossier", dossiers.of(evaluation, actor, locale));
        model.addAttribute("stages", Stage.path());
        model.addAttribute(
                "showNip",
                actor.account().equals(evaluation.employee())
                        || actor.is(Role.AUDITOR)
                        || readers.mayManage(actor, evaluation));
        model.addAttribute("mayReadTrail", actor.is(Role.HR) || actor.is(Role.AUDITOR));
        model.addAttribute("mayHandOver", readers.mayManage(actor, evaluation));
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("mayRevise", concerned && evaluation.stage() == Stage.MONITORING);
        return "dashboard/evaluation";
    }
}
