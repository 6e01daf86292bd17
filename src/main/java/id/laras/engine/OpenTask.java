package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A task as its form shows it.
 *
 * @param process  key of the process definition
 * @param task     id of the user task in the model
 * @param readOnly true for a candidate who has not claimed the task
 * @param subject  whom it is about, see {@link StepSubjects}
 * @param data     see {@link HumanStep#view}
 * @param draft    JSON that the person kept before, or null
 */
public record OpenTask(
        String taskId,
        String process,
        String task,
        String name,
        Instant dueAt,
        String businessKey,
        boolean readOnly,
        Object subject,
        Object data,
        @JsonRawValue @Schema(implementation = Object.class) String draft) {}
