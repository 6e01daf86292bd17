package id.laras.engine.web;

import id.laras.engine.OpenTask;
import id.laras.engine.TaskDesk;
import id.laras.engine.TaskDesk.NextTask;
import id.laras.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final CurrentActor actor;

    TaskApiController(TaskDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @GetMapping("/{taskId}")
    OpenTask open(@PathVariable String taskId) {
        return desk.open(taskId, actor.get()).orElseThrow(TaskApiController::unknown);
    }

    @PutMapping("/{taskId}/draft")
    ResponseEntity<Void> keepDraft(@PathVariable String taskId, @RequestBody String draft) {
        if (!desk.keepDraft(taskId, actor.get(), draft)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/next")
    ResponseEntity<NextTask> next(@RequestParam String businessKey) {
        return desk.next(businessKey, actor.get())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** The same answer for what is not there and for what is not theirs: it must not tell one from the other. */
    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
