package id.laras.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.laras.cycle.EvaluationRecorded;
import id.laras.engine.DraftLost;
import id.laras.engine.StepCompleted;
import id.laras.engine.TaskClaimed;
import id.laras.engine.TaskCommented;
import id.laras.security.DeedDone;
import id.laras.security.DeedPart;
import id.laras.steps.TrailEvent;
import id.laras.steps.TrailEvent.Trait;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.Immutable;

/**
 * One thing that happened (UU 27/2022 art. 31). Written with the deed, never changed, never removed. The ids come from a
 * sequence in blocks, so that entries are inserted in batches; within one server they put things in order that share a
 * millisecond.
 */
@Entity
@Immutable
class TrailEntry {

    private static final Set<String> CLAIMS = Set.of(TrailEvent.TASK_CLAIMED.key(), TrailEvent.TASK_RELEASED.key());
    private static final String CLAIM = "{\"task\":\"";

    /** Stands in place of an evaluation's id for what was done outside of any single evaluation. */
    static final String DEEDS = "deeds";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trail_entry_seq")
    @SequenceGenerator(name = "trail_entry_seq", sequenceName = "trail_entry_seq", allocationSize = 50)
    private Long id;

    private String subject;
    private Instant recordedAt;
    private String actor;
    private String onBehalfOf;

    @Enumerated(EnumType.STRING)
    private TrailKind kind;

    private String what;
    private String process;
    private String taskId;
    private String answer;
    private boolean confidential;

    protected TrailEntry() {}

    private TrailEntry(String subject, Instant recordedAt, String actor, TrailKind kind, String what) {
        this.subject = subject;
        this.recordedAt = recordedAt;
        this.actor = actor;
        this.kind = kind;
        this.what = what;
    }

    static TrailEntry of(StepCompleted step, ClosingDays days) {
        var at = step.confidential() ? days.of(step.businessKey(), step.at()) : step.at();
        var entry = new TrailEntry(step.businessKey(), at, step.actor(), TrailKind.STEP, step.task());
        entry.onBehalfOf = step.onBehalfOf();
        entry.process = step.process();
        entry.taskId = step.taskId();
        entry.answer = step.answer();
        entry.confidential = step.confidential();
        return entry;
    }

    static TrailEntry of(TaskCommented comment) {
        var entry =
                new TrailEntry(comment.businessKey(), comment.at(), comment.actor(), TrailKind.COMMENT, comment.task());
        entry.onBehalfOf = comment.onBehalfOf();
        entry.process = comment.process();
        entry.taskId = comment.taskId();
        entry.answer = JsonNodeFactory.instance
                .objectNode()
                .put("comment", comment.comment())
                .toString();
        return entry;
    }

    static TrailEntry of(DraftLost draft) {
        var entry = new TrailEntry(draft.businessKey(), draft.at(), null, TrailKind.EVENT, TrailEvent.DRAFT_LOST.key());
        entry.process = draft.process();
        entry.taskId = draft.taskId();
        return entry;
    }

    static TrailEntry of(TaskClaimed claim) {
        var what = claim.released() ? TrailEvent.TASK_RELEASED : TrailEvent.TASK_CLAIMED;
        var entry = new TrailEntry(claim.businessKey(), claim.at(), claim.actor(), TrailKind.EVENT, what.key());
        entry.process = claim.process();
        entry.taskId = claim.taskId();
        entry.answer = CLAIM + claim.task() + "\"}";
        return entry;
    }

    static TrailEntry of(EvaluationRecorded event, ClosingDays days) {
        var subject = event.evaluation().value();
        var confidential = event.what().is(Trait.CONFIDENTIAL);
        var at = confidential ? days.of(subject, event.at()) : event.at();
        var entry = new TrailEntry(
                subject, at, event.actor(), TrailKind.EVENT, event.what().key());
        entry.answer = event.details();
        entry.confidential = confidential;
        return entry;
    }

    /** @param subject id of an evaluation, calibration or cycle, or {@link #DEEDS} */
    static TrailEntry of(DeedDone deed, String subject) {
        var entry = new TrailEntry(
                subject, deed.at(), deed.actor(), TrailKind.EVENT, deed.what().key());
        entry.answer = deed.details();
        return entry;
    }

    static TrailEntry of(DeedPart part) {
        var entry = new TrailEntry(
                part.parts(),
                part.at(),
                part.actor(),
                TrailKind.EVENT,
                part.what().key());
        entry.answer = part.details();
        return entry;
    }

    boolean isClaim() {
        return CLAIMS.contains(what) && answer.startsWith(CLAIM);
    }

    /** Id of the user task of a {@link #isClaim claim}. */
    String claimedTask() {
        return answer.substring(CLAIM.length(), answer.length() - 2);
    }

    Long id() {
        return id;
    }

    /** Id of an evaluation, a unit's calibration, a cycle or what else a model runs for; {@link #DEEDS}, or the name of a deed's parts. */
    String subject() {
        return subject;
    }

    /** Of what is confidential, the closing day. */
    Instant recordedAt() {
        return recordedAt;
    }

    /** Account, null when the process did it by itself. */
    String actor() {
        return actor;
    }

    /** Account of whom the actor stood in for, null when they acted for themselves. */
    String onBehalfOf() {
        return onBehalfOf;
    }

    TrailKind kind() {
        return kind;
    }

    /** Id of the user task (of a step and of a comment), or key of the {@link TrailEvent}. */
    String what() {
        return what;
    }

    /** Key of the process definition, null for an event. */
    String process() {
        return process;
    }

    String taskId() {
        return taskId;
    }

    /** JSON, or null. */
    String answer() {
        return answer;
    }

    boolean confidential() {
        return confidential;
    }
}
