package id.laras.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.rules.Refusal;
import id.laras.security.StoodIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes an answer into the domain while its task is being completed; whatever it refuses rolls everything back. */
@Component
class StepCompletion {

    private final HumanSteps steps;
    private final ObjectMapper json;
    private final ObjectMapper answers;
    private final TaskDrafts drafts;
    private final TaskRows rows;
    private final SubstituteTasks substitutes;
    private final TaskRights rights;
    private final StoodIn stoodIn;
    private final ApplicationEventPublisher events;
    private final WholeDays days;
    private final Clock clock;

    StepCompletion(
            HumanSteps steps,
            ObjectMapper json,
            TaskDrafts drafts,
            TaskRows rows,
            SubstituteTasks substitutes,
            TaskRights rights,
            StoodIn stoodIn,
            ApplicationEventPublisher events,
            WholeDays days,
            Clock clock) {
        this.steps = steps;
        this.json = json;
        this.answers = AnswerNumbers.reader(json);
        this.drafts = drafts;
        this.rows = rows;
        this.substitutes = substitutes;
        this.rights = rights;
        this.stoodIn = stoodIn;
        this.events = events;
        this.days = days;
        this.clock = clock;
    }

    /**
     * @param caller account on whose behalf the engine is called; only the assignee completes
     * @param ends   whether a timer ends the task with its day: then nothing is taken after it, though the timer be late
     */
    void complete(String process, DelegateTask task, String caller, boolean ends) {
        if (task.getAssignee() == null) {
            throw new Refusal("engine.submission.claimFirst");
        }
        if (!task.getAssignee().equals(caller)) {
            throw new Refusal("engine.submission.notAssignee");
        }
        if (!substitutes.mayAct((TaskEntity) task, caller)) {
            throw new Refusal("engine.submission.notSubstitute");
        }
        mustTake((TaskEntity) task, caller, ends);
        if (!rows.take(task.getId())) {
            throw rows.ended(task.getId(), caller).orElseGet(() -> new Refusal("engine.submission.sameMoment"));
        }
        // Only our forms say which version they saw: a machine has no other window.
        if (task.getVariable(Submissions.DRAFT_VERSION) instanceof Long seen
                && drafts.hasUnseen(task.getId(), caller, seen)) {
            throw new Refusal("engine.submission.otherWindow");
        }
        var step = steps.find(process, task.getTaskDefinitionKey())
                .orElseThrow(() -> new Refusal("engine.submission.noStep", process, task.getTaskDefinitionKey()));
        answer(step, process, task, caller);
    }

    /**
     * Refuses an assignee of whom nothing is taken now, whatever they answer; a preview asks the same, because what it tells
     * is not theirs either.
     */
    void mustTake(Task task, String assignee, boolean ends) {
        rights.check(task, assignee);
        if (ends && task.getDueDate() != null && days.isOver(task.getDueDate())) {
            throw new Refusal("engine.submission.late", days.dayOf(task.getDueDate()));
        }
    }

    /** A task is born. */
    void begin(DelegateTask task) {
        substitutes.settle((TaskEntity) task);
    }

    /** A task ended without an answer, e.g. by its timer: what was typed was never handed in, and nobody else may read it. */
    void abandon(String process, DelegateTask task) {
        substitutes.forget((TaskEntity) task);
        // whoever is keeping a draft just now is waited for, or finds the task gone
        rows.take(task.getId());
        // Of an opinion nothing is told: it may end because its respondent is the assessor by now, and the moment would
        // tell who
        // that is.
        if (drafts.forget(task.getId()) && !isConfidential(process, task)) {
            tellOfLostDraft(process, task);
        }
    }

    private boolean isConfidential(String process, DelegateTask task) {
        return steps.find(process, task.getTaskDefinitionKey())
                .filter(found -> found.step().confidential())
                .isPresent();
    }

    private void tellOfLostDraft(String process, DelegateTask task) {
        events.publishEvent(new DraftLost(
                task.getExecution().getProcessBusinessKey(),
                process,
                task.getTaskDefinitionKey(),
                task.getId(),
                clock.instant()));
    }

    private <A> void answer(HumanStep<A> step, String process, DelegateTask task, String caller) {
        var businessKey = task.getExecution().getProcessBusinessKey();
        var person = task.getOwner() == null || task.getOwner().equals(caller) ? null : task.getOwner();
        var taken = take(step, new StepContext(task.getId(), businessKey, caller, person, task::getVariable), (String)
                task.getVariable(Submissions.ANSWER));
        task.getExecution().setVariables(taken.flags());
        // What another who had the task before typed into it goes too, and is no answer.
        if (drafts.isKeptByOthers(task.getId(), caller) && !step.step().confidential()) {
            tellOfLostDraft(process, task);
        }
        drafts.forget(task.getId());
        substitutes.forget((TaskEntity) task);
        events.publishEvent(new StepCompleted(
                businessKey,
                process,
                task.getTaskDefinitionKey(),
                task.getId(),
                caller,
                person,
                clock.instant(),
                write(taken.answer()),
                step.step().confidential()));
    }

    /** Takes the answer into the domain; nothing of the engine is touched, so that a preview may do the same. */
    <A> Taken<A> take(HumanStep<A> step, StepContext context, String text) {
        var answer = read(text, step.answerType());
        if (context.onBehalfOf() != null) {
            stoodIn.record(
                    context.businessKey(), step.step().task(), context.taskId(), context.actor(), context.onBehalfOf());
        }
        var flags = step.complete(context, answer);
        flags.forEach(StepCompletion::check);
        return new Taken<>(answer, flags);
    }

    /** @param flags for the gateways behind the task */
    record Taken<A>(A answer, Map<String, Object> flags) {}

    private <A> A read(String text, Class<A> type) {
        if (text == null) {
            throw new Refusal("engine.submission.missing");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > TaskDesk.LONGEST_DRAFT) {
            throw new Refusal("engine.submission.tooLong", TaskDesk.LONGEST_DRAFT / 1024);
        }
        try {
            Refusal.ifAny(AnswerTexts.problems(json.readTree(text)));
            A answer = answers.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(text);
            if (answer == null) {
                throw new Refusal("engine.submission.missing");
            }
            return answer;
        } catch (AnswerNumbers.Absurd e) {
            throw new Refusal("engine.submission.number", where(e));
        } catch (JsonMappingException e) {
            throw new Refusal("engine.submission.unreadable", where(e));
        } catch (JsonProcessingException e) {
            throw new Refusal("engine.submission.unreadable", "");
        }
    }

    /** The field at fault, e.g. " (results.0.kind)". */
    private static String where(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(part -> part.getFieldName() != null ? part.getFieldName() : String.valueOf(part.getIndex()))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : " (" + path + ")";
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that was read can be written", e);
        }
    }

    /** Scores and texts live in tables, not in the engine. */
    private static void check(String name, Object flag) {
        if (flag != null && !(flag instanceof Boolean) && !(flag instanceof String)) {
            throw new IllegalStateException("Flag " + name + " is neither an id nor a boolean");
        }
    }
}
