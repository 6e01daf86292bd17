package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A task as its form shows it.
 *
 * @param process  key of the process definition
 * @param task     id of the user task in the model
 * @param readOnly true for a candidate who has not claimed the task
 * @param onBehalfOf name of whom the reader stands in for, null when the task is the reader's own
 * @param holder   name of who works on it when it is shared with a substitute and another than the reader has taken it
 * @param commentable whether the reader may comment on it now: they hold it, and the step is not confidential
 * @param subject  whom it is about, see {@link StepSubjects}
 * @param data     see {@link HumanStep#view}
 * @param account  of the reader: what their browser keeps until the server has it is theirs alone
 * @param draft    JSON that the person kept before, or null
 * @param draftVersion of it, 0 for none
 * @param otherDrafts what they typed in other windows without having seen the draft; they choose
 */
public record OpenTask(
        String taskId,
        String process,
        String task,
        String name,
        @Nullable Instant dueAt,
        String businessKey,
        boolean readOnly,
        @Nullable String onBehalfOf,
        @Nullable String holder,
        boolean commentable,
        @Nullable Object subject,
        Object data,
        String account,

        @Nullable @JsonRawValue @Schema(implementation = Object.class)
        String draft,

        long draftVersion,
        List<DraftKept.Other> otherDrafts) {}
