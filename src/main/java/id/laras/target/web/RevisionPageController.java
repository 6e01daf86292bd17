package id.laras.target.web;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Evaluations;
import id.laras.rules.Asks;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.target.RevisionRequests;
import id.laras.words.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for a revision of the targets, and says on the evaluation's page what came of it. */
@Controller
class RevisionPageController {

    private final RevisionRequests revisions;
    private final Evaluations evaluations;
    private final EvaluationReaders access;
    private final CurrentActor currentActor;

    RevisionPageController(
            RevisionRequests revisions, Evaluations evaluations, EvaluationReaders access, CurrentActor currentActor) {
        this.revisions = revisions;
        this.evaluations = evaluations;
        this.access = access;
        this.currentActor = currentActor;
    }

    @Asks("target.revision.ask")
    @PostMapping("/evaluations/{id}/revision")
    String request(@PathVariable String id, RedirectAttributes redirect) {
        var actor = currentActor.get();
        evaluations
                .findById(id)
                .filter(evaluation -> access.mayRead(actor, evaluation))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            revisions.request(EvaluationId.of(id), actor);
            Notices.done(redirect, "target.revision.requested");
        } catch (Refusal refusal) {
            Notices.refused(redirect, refusal);
        }
        redirect.addAttribute("id", id);
        return "redirect:/evaluations/{id}";
    }
}
