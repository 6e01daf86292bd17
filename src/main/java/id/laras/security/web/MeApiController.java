package id.laras.security.web;

import id.laras.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a page who is logged in now. Another person may have logged in with the same browser since it was opened, and what was
 * typed there must not be sent as theirs. The engine's own answer knows only whom one of its applications has met.
 */
@RestController
class MeApiController {

    private final CurrentActor actor;

    MeApiController(CurrentActor actor) {
        this.actor = actor;
    }

    record Me(String account) {}

    @Operation(operationId = "me", summary = "The account that is asking")
    @GetMapping("/api/me")
    Me me() {
        return new Me(actor.get().account());
    }
}
