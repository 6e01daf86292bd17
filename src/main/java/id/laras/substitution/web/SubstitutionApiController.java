package id.laras.substitution.web;

import id.laras.rules.Pages;
import id.laras.security.CurrentActor;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionService;
import id.laras.substitution.SubstitutionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Substitutions for machines: one's own, and everybody's for HR. */
@RestController
class SubstitutionApiController {

    private final SubstitutionService substitutions;
    private final CurrentActor actor;

    SubstitutionApiController(SubstitutionService substitutions, CurrentActor actor) {
        this.substitutions = substitutions;
        this.actor = actor;
    }

    /** @param named whom the caller named; @param standsIn for whom he was named */
    record Own(List<SubstitutionView> named, List<SubstitutionView> standsIn) {}

    /** @param person account of whose tasks they are */
    record ForAnother(String person, NewSubstitution substitution, String reason) {}

    record Named(String id) {}

    @Operation(operationId = "substitutions", summary = "Whom the caller named, and for whom he was named")
    @GetMapping("/api/substitutions")
    Own own() {
        var self = actor.get().account();
        return new Own(shown(substitutions.of(self), self), shown(substitutions.by(self), self));
    }

    private static List<SubstitutionView> shown(List<SubstitutionView> all, String self) {
        return all.stream().map(one -> one.shownTo(self)).toList();
    }

    @Operation(
            operationId = "nameSubstitute",
            summary = "Names a substitute for the caller, for days and kinds of task")
    @ApiResponse(responseCode = "201", description = "Named", useReturnTypeSchema = true)
    @PostMapping("/api/substitutions")
    ResponseEntity<Named> name(@RequestBody NewSubstitution asked) {
        return created(substitutions.name(asked, actor.get()));
    }

    @Operation(
            operationId = "endSubstitution",
            summary = "Ends a substitution early: the caller's own, or as HR anybody's")
    @ApiResponse(responseCode = "204", description = "Ended; its tasks come back")
    @DeleteMapping("/api/substitutions/{id}")
    ResponseEntity<Void> end(@PathVariable String id) {
        substitutions.end(id, actor.get());
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "openSubstitutions",
            summary = "Everybody's that are in force or to come, for HR, fifty a page")
    @GetMapping("/api/hr/substitutions")
    List<SubstitutionView> open(@RequestParam(defaultValue = "1") int page) {
        return substitutions.open(Pages.at(page)).getContent();
    }

    @Operation(
            operationId = "nameSubstituteFor",
            summary = "HR names a substitute for somebody who cannot do it himself, with a reason")
    @ApiResponse(responseCode = "201", description = "Named", useReturnTypeSchema = true)
    @PostMapping("/api/hr/substitutions")
    ResponseEntity<Named> nameFor(@RequestBody ForAnother asked) {
        var substitution =
                asked.substitution() == null ? new NewSubstitution(null, null, null, null) : asked.substitution();
        return created(substitutions.nameFor(asked.person(), substitution, asked.reason(), actor.get()));
    }

    private static ResponseEntity<Named> created(String id) {
        return ResponseEntity.status(HttpStatus.CREATED).body(new Named(id));
    }
}
