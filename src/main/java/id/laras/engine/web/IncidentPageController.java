package id.laras.engine.web;

import id.laras.engine.Incidents;
import id.laras.engine.Incidents.OpenIncident;
import id.laras.rules.ListQuery;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.steps.ProcessModel;
import id.laras.words.Notices;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR sees what failed in the background, and lets it run again. */
@Controller
@RequestMapping("/hr/incidents")
class IncidentPageController {

    private final Incidents incidents;
    private final CurrentActor actor;
    private final Clock clock;

    IncidentPageController(Incidents incidents, CurrentActor actor, Clock clock) {
        this.incidents = incidents;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param evaluation id, null where the process is not about one person */
    record Row(String id, String evaluation, String activity, String message, ZonedDateTime since) {}

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        model.addAttribute(
                "incidents",
                ListQuery.of("/hr/incidents", asked)
                        .find(at -> incidents.open(actor.get(), at))
                        .map(this::row));
        return "engine/incidents";
    }

    @PostMapping("/{incidentId}/retry")
    String retry(@PathVariable String incidentId, RedirectAttributes next) {
        try {
            incidents.retry(incidentId, actor.get());
            Notices.done(next, "engine.incidents.retried");
        } catch (Refusal refusal) {
            Notices.refused(next, refusal);
        }
        return "redirect:/hr/incidents";
    }

    private Row row(OpenIncident incident) {
        return new Row(
                incident.id(),
                ProcessModel.of(incident.process())
                                .filter(model -> !model.isOfOneEvaluation())
                                .isPresent()
                        ? null
                        : incident.businessKey(),
                incident.activity(),
                incident.message(),
                incident.since().atZone(clock.getZone()));
    }
}
