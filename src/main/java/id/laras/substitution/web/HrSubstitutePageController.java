package id.laras.substitution.web;

import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Refusal;
import id.laras.rules.WayBack;
import id.laras.security.CurrentActor;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstituteSearch;
import id.laras.substitution.SubstitutionLists;
import id.laras.substitution.SubstitutionService;
import id.laras.words.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR sees who stands in for whom, and names a substitute for somebody who cannot do it themselves. */
@Controller
@RequestMapping(HrSubstitutePageController.PATH)
class HrSubstitutePageController {

    static final String PATH = "/hr/substitutes";

    private static final NewSubstitution NOTHING = new NewSubstitution(null, null, null, Set.of());

    private final SubstitutionService substitutions;
    private final SubstituteSearch people;
    private final SubstitutionLists lists;
    private final CurrentActor actor;
    private final Clock clock;

    HrSubstitutePageController(
            SubstitutionService substitutions,
            SubstituteSearch people,
            SubstitutionLists lists,
            CurrentActor actor,
            Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.lists = lists;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param asked {@code search}, words to find people by; {@code person}, reference of whose tasks they are, once chosen;
     *              {@code substitute}, reference of who is to do them, once chosen
     */
    @GetMapping
    ModelAndView show(@RequestParam Map<String, String> asked) {
        return page(asked, NOTHING, null, List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView name(
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String substitute,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam(required = false) Set<TaskKind> kinds,
            @RequestParam(required = false) String reason,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        var by = actor.get();
        var asked = new NewSubstitution(people.account(substitute, by), first, last, kinds);
        try {
            substitutions.nameFor(people.account(person, by), asked, reason, by);
        } catch (Refusal refusal) {
            var list = WayBack.asked(PATH, back);
            list.remove("search");
            put(list, "person", person);
            put(list, "substitute", substitute);
            return page(list, asked, reason, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done(next, "substitution.done.namedFor");
    }

    @Asks("substitution.end.ask")
    @PostMapping("/{id}/end")
    ModelAndView end(
            @PathVariable String id,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        try {
            substitutions.end(id, actor.get());
        } catch (Refusal refusal) {
            return page(WayBack.asked(PATH, back), NOTHING, null, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done(next, "substitution.done.endedFor");
    }

    private static ModelAndView done(RedirectAttributes next, String key) {
        Notices.done(next, key);
        return new ModelAndView("redirect:/hr/substitutes");
    }

    private ModelAndView page(
            Map<String, String> list,
            NewSubstitution asked,
            String reason,
            List<Refusal.Problem> problems,
            HttpStatus status) {
        var page = new ModelAndView("substitution/all", status);
        page.addObject("open", ListQuery.of(PATH, list).find(lists::open));
        page.addObject("search", list.get("search"));
        page.addObject("found", people.search(list.get("search"), actor.get()));
        page.addObject("person", people.find(list.get("person"), actor.get()).orElse(null));
        page.addObject(
                "chosen", people.find(list.get("substitute"), actor.get()).orElse(null));
        page.addObject("asked", asked);
        page.addObject("reason", reason);
        page.addObject("kinds", SubstitutionService.kinds(true));
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("today", LocalDate.now(clock));
        return page;
    }

    private static void put(Map<String, String> kept, String parameter, String value) {
        if (value != null) {
            kept.put(parameter, value);
        }
    }
}
