package id.laras.engine.web;

import id.laras.engine.AnswerPreview;
import id.laras.engine.AnswerPreviews;
import id.laras.engine.DraftKept;
import id.laras.engine.OpenTask;
import id.laras.engine.TaskDesk;
import id.laras.engine.TaskDesk.NextTask;
import id.laras.engine.TaskNames;
import id.laras.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the forms in Tasklist read and keep while somebody works on a task. Completing is Tasklist's. */
@RestController
@RequestMapping("/api/tasks")
class TaskApiController {

    private final TaskDesk desk;
    private final AnswerPreviews previews;
    private final TaskNames names;
    private final CurrentActor actor;

    TaskApiController(TaskDesk desk, AnswerPreviews previews, TaskNames names, CurrentActor actor) {
        this.desk = desk;
        this.previews = previews;
        this.names = names;
        this.actor = actor;
    }

    @Operation(operationId = "openTask", summary = "A task as its form shows it, for its assignee and its candidates")
    @GetMapping("/{taskId}")
    OpenTask open(@PathVariable String taskId) {
        return desk.open(taskId, actor.get()).orElseThrow(TaskApiController::unknown);
    }

    @Operation(
            operationId = "keepDraft",
            summary =
                    "Keeps what the assignee has typed so far, at most 256 KB of JSON; beside the kept draft when that is"
                            + " another version than the one the text builds upon")
    @PutMapping("/{taskId}/draft")
    DraftKept keepDraft(
            @PathVariable String taskId,
            @Parameter(description = "The draft's version that this text builds upon; 0 when there was none")
                    @RequestParam(defaultValue = "0")
                    long version,
            @Parameter(description = "Ids of the texts beside the draft that this one takes the place of")
                    @RequestParam(defaultValue = "")
                    List<String> replaces,
            @RequestBody String draft) {
        return desk.keepDraft(taskId, actor.get(), draft, version, replaces).orElseThrow(TaskApiController::unknown);
    }

    @Operation(
            operationId = "previewAnswer",
            summary =
                    "What the assignee's answer would come to, checked and scored as when it is sent; nothing is kept")
    @PostMapping("/{taskId}/preview")
    AnswerPreview preview(@PathVariable String taskId, @RequestBody String answer) {
        return previews.preview(taskId, actor.get(), answer).orElseThrow(TaskApiController::unknown);
    }

    @Operation(
            operationId = "nextTask",
            summary = "The caller's own most urgent task of an evaluation or calibration; 204 when there is none")
    @ApiResponse(responseCode = "200", description = "The task", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", description = "There is none", content = @Content)
    @GetMapping("/next")
    ResponseEntity<NextTask> next(@RequestParam String businessKey) {
        return desk.next(businessKey, actor.get())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Operation(
            operationId = "taskNames",
            summary =
                    "Names of tasks and processes as the models have them, each with its name in the caller's language")
    @GetMapping("/names")
    Map<String, String> names() {
        return names.all();
    }

    /** The same answer for what is not there and for what is not theirs: it must not tell one from the other. */
    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
