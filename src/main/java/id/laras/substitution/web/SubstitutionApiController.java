package id.laras.substitution.web;

import id.laras.rules.Pages;
import id.laras.security.CurrentActor;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstituteSearch;
import id.laras.substitution.SubstitutionLists;
import id.laras.substitution.SubstitutionService;
import id.laras.substitution.SubstitutionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
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

    private static final String TOTAL = "X-Total-Count";

    private final SubstitutionService substitutions;
    private final SubstituteSearch people;
    private final SubstitutionLists lists;
    private final CurrentActor actor;

    SubstitutionApiController(
            SubstitutionService substitutions, SubstituteSearch people, SubstitutionLists lists, CurrentActor actor) {
        this.substitutions = substitutions;
        this.people = people;
        this.lists = lists;
        this.actor = actor;
    }

    /** @param named whom the caller named; @param substituteOf for whom the caller was named */
    record Own(List<SubstitutionView> named, List<SubstitutionView> substituteOf) {}

    /** @param substitute reference: an account would tell the name behind it to whoever guesses one */
    record ForOneself(
            @Schema(
                    description = "Reference that GET /api/substitutions/people told the caller; it ends when"
                            + " the server restarts")
            String substitute,

            LocalDate first,
            LocalDate last,
            Set<TaskKind> kinds) {}

    record Person(String reference, String name, String position, String unitName) {}

    /** @param person account of whose tasks they are */
    record ForAnother(String person, NewSubstitution substitution, String reason) {}

    record Named(String id) {}

    @Operation(operationId = "substitutions", summary = "Whom the caller named, and for whom the caller was named")
    @GetMapping("/api/substitutions")
    Own own() {
        var self = actor.get().account();
        return new Own(shown(lists.of(self), self), shown(lists.by(self), self));
    }

    private static List<SubstitutionView> shown(List<SubstitutionView> all, String self) {
        return all.stream().map(one -> one.shownTo(self)).toList();
    }

    @Operation(
            operationId = "findSubstitutes",
            summary = "People whom the caller may name, by part of the name: twenty at most, each with a reference")
    @GetMapping("/api/substitutions/people")
    List<Person> people(@RequestParam(required = false) String search) {
        return people.search(search, actor.get()).stream()
                .map(one -> new Person(one.reference(), one.name(), one.position(), one.unitName()))
                .toList();
    }

    @Operation(
            operationId = "nameSubstitute",
            summary = "Names a substitute for the caller, for days and kinds of task")
    @ApiResponse(responseCode = "201", description = "Named", useReturnTypeSchema = true)
    @PostMapping("/api/substitutions")
    ResponseEntity<Named> name(@RequestBody ForOneself asked) {
        var account = people.account(asked.substitute(), actor.get());
        var substitution = new NewSubstitution(account, asked.first(), asked.last(), asked.kinds());
        return created(substitutions.name(substitution, actor.get()));
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
    @ApiResponse(
            responseCode = "200",
            description = "A page of them; a number beyond the end answers the last page",
            useReturnTypeSchema = true,
            headers = {
                @Header(
                        name = TOTAL,
                        required = true,
                        description = "How many there are on all pages",
                        schema = @Schema(type = "integer", format = "int64")),
                @Header(
                        name = HttpHeaders.LINK,
                        description = "RFC 8288: the addresses of the pages beside this one, rel prev and next",
                        schema = @Schema(type = "string"))
            })
    @GetMapping("/api/hr/substitutions")
    ResponseEntity<List<SubstitutionView>> open(@RequestParam(defaultValue = "1") int page) {
        var found = Pages.find(page, lists::open);
        var answer = ResponseEntity.ok().header(TOTAL, String.valueOf(found.getTotalElements()));
        var links = links(found);
        if (!links.isEmpty()) {
            answer.header(HttpHeaders.LINK, String.join(", ", links));
        }
        return answer.body(found.getContent());
    }

    private static List<String> links(Page<?> found) {
        var links = new ArrayList<String>();
        // People count pages from 1.
        if (found.hasPrevious()) {
            links.add(link(found.getNumber(), "prev"));
        }
        if (found.hasNext()) {
            links.add(link(found.getNumber() + 2, "next"));
        }
        return links;
    }

    private static String link(int page, String relation) {
        return "</api/hr/substitutions?page=" + page + ">; rel=\"" + relation + "\"";
    }

    @Operation(
            operationId = "nameSubstituteFor",
            summary = "HR names a substitute for somebody who cannot do it themselves, with a reason")
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
