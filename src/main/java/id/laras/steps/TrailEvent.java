package id.laras.steps;

import static id.laras.steps.TrailEvent.Subject.ANY;
import static id.laras.steps.TrailEvent.Subject.CYCLE;
import static id.laras.steps.TrailEvent.Subject.DEED;
import static id.laras.steps.TrailEvent.Subject.EVALUATION;
import static id.laras.steps.TrailEvent.Subject.NONE;
import static id.laras.steps.TrailEvent.Trait.CONFIDENTIAL;
import static id.laras.steps.TrailEvent.Trait.KEPT;
import static id.laras.steps.TrailEvent.Trait.READING;
import static id.laras.steps.TrailEvent.Trait.TYPED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that the trail tells of beside completed steps and comments, with what it is. Who may read its details, how long an
 * evaluation is kept and what is erased follow from here (docs/adr/0117-events-of-the-trail-are-a-catalogue.md). A key stands
 * in the entries of every database: it never changes, and no row goes.
 */
public enum TrailEvent {
    // an evaluation on its way
    TARGET_SETTING_BEGAN("stage.TARGET_SETTING", EVALUATION),
    MONITORING_BEGAN("stage.MONITORING", EVALUATION),
    ASSESSMENT_BEGAN("stage.ASSESSMENT", EVALUATION),
    OBJECTION_BEGAN("stage.OBJECTION", EVALUATION),
    CALIBRATION_BEGAN("stage.CALIBRATION", EVALUATION),
    CONFIRMATION_BEGAN("stage.CONFIRMATION", EVALUATION),
    FOLLOW_UP_BEGAN("stage.FOLLOW_UP", EVALUATION),
    CLOSED("stage.CLOSED", EVALUATION),
    CANCELLED("stage.CANCELLED", EVALUATION),
    OPENED_FOR_PART("evaluation.openedForPart", EVALUATION),
    SHORTENED("evaluation.shortened", EVALUATION),
    RESCHEDULED("evaluation.rescheduled", EVALUATION),
    ENDED("evaluation.ended", EVALUATION),
    REOPENED("evaluation.reopened", EVALUATION),
    HANDED_OVER("evaluation.handedOver", EVALUATION),
    NOTE_SKIPPED("handOver.noteSkipped", EVALUATION),
    NOTE_MISSED("handOver.noteMissed", EVALUATION),
    NOTE_WITHDRAWN("handOver.noteWithdrawn", EVALUATION),
    DECIDER_CHANGED("evaluation.deciderChanged", EVALUATION),
    REVISION_ASKED("target.revisionAsked", EVALUATION),
    FILE_UPLOADED("file.uploaded", EVALUATION),
    SELF_ASSESSMENT_MISSED("assessment.selfMissed", EVALUATION),
    SCORE_CALCULATED("score.calculated", EVALUATION),
    SCORE_MOVED("score.moved", EVALUATION),
    ACCEPTED_BY_SILENCE("objection.acceptedBySilence", EVALUATION),
    OBJECTION_PROLONGED("objection.prolonged", EVALUATION),
    OBJECTION_ESCALATED("objection.escalated", EVALUATION),
    CALIBRATION_MISSED("calibration.missed", EVALUATION),
    CALIBRATION_MOVED("calibration.moved", EVALUATION),
    // its details name nobody, and are the proof of who fixed what
    RESULT_FIXED("result.fixed", EVALUATION, KEPT),

    // somebody looked
    EVALUATION_READ("evaluation.read", EVALUATION, READING),
    LINES_READ("lines.read", EVALUATION, READING),
    TARGETS_READ("targets.read", EVALUATION, READING),
    FILE_READ("file.read", EVALUATION, READING),
    FORM_READ("task.read", EVALUATION, READING),
    // tells that the reader was asked for an opinion
    OPINION_FORM_READ("feedback.read", EVALUATION, READING, CONFIDENTIAL),
    ENGINE_READ("engine.read", EVALUATION, READING),
    TRAIL_READ("audit.read", ANY, READING),
    LIST_EXPORTED("list.exported", ANY, READING, TYPED),
    EVALUATIONS_SEARCHED("evaluations.searched", NONE, READING, TYPED),
    ENGINE_SEARCHED("engine.searched", NONE, READING, TYPED),
    LOGINS_READ("logins.read", NONE, READING),

    // tasks and the engine
    TASK_CLAIMED("task.claimed", ANY),
    TASK_RELEASED("task.released", ANY),
    TASK_HANDED_OVER("task.handedOver", ANY),
    TASK_GIVEN_BACK("task.givenBack", ANY),
    DRAFT_LOST("draft.lost", ANY),
    INCIDENT_RETRIED("incident.retried", ANY),
    CLEANUP_ORDERED("history.cleanupOrdered", NONE),
    HISTORY_CLEANED("history.cleaned", NONE),
    RULE_BOOK_MADE("ruleBook.made", NONE),
    RULE_BOOK_PROPOSED("ruleBook.proposed", NONE),
    RULE_BOOK_APPROVED("ruleBook.approved", NONE),
    RULE_BOOK_DECLINED("ruleBook.declined", NONE),
    RULE_BOOK_REFUSED("ruleBook.refused", NONE),

    // cycles and units
    CYCLE_CREATED("cycle.created", NONE),
    CYCLE_OPENED("cycle.opened", NONE),
    // with the reason, which is erased with the cycle
    CYCLE_MENDED("cycle.mended", CYCLE),
    CYCLE_WITHDRAWN("cycle.withdrawn", NONE),
    UNIT_PREDICATE_SET("unitPredicate.set", NONE),

    // people and who does whose tasks
    PEOPLE_IMPORTED("people.imported", NONE),
    IMPORT_WAITS("people.importWaits", NONE),
    IMPORT_APPROVED("people.importApproved", NONE),
    IMPORT_REFUSED("people.importRefused", NONE),
    IMPORT_LINE("people.line", DEED),
    PERSON_LEFT("people.left", NONE),
    ACTING_APPOINTED("people.appointed", NONE),
    SUBSTITUTE_NAMED("substitution.named", NONE),
    SUBSTITUTION_ENDED("substitution.ended", NONE),

    // accounts and tokens
    ACCOUNT_ADDED("account.added", NONE),
    ACCOUNT_CREATED("account.created", NONE),
    ACCOUNT_ROLES("account.roles", NONE),
    ACCOUNT_PASSWORD("account.password", NONE),
    ACCOUNT_CLOSED("account.closed", NONE),
    ACCOUNT_OPENED("account.opened", NONE),
    SESSIONS_ENDED("account.sessionsEnded", NONE),
    HANDED_TO_DIRECTORY("account.handedToDirectory", NONE),
    CODE_MADE("account.codeMade", NONE),
    CODE_USED("account.codeUsed", NONE),
    POWER_ASKED("account.asked", NONE),
    POWER_ALONE("account.alone", NONE),
    POWER_CONFIRMED("account.confirmed", NONE),
    POWER_REFUSED("account.refused", NONE),
    POWER_UNDONE("account.undone", NONE),
    WITHDRAWAL_SEEN("account.withdrawalSeen", NONE),
    TOKEN_CREATED("token.created", NONE),
    TOKEN_REVOKED("token.revoked", NONE),

    // what is erased
    ERASURE_ORDERED("retention.ordered", NONE),
    ERASURE_FINISHED("retention.erased", NONE);

    /** Under what its entries stand, as the trail's column {@code subject} says. */
    public enum Subject {
        /** One evaluation. */
        EVALUATION,
        CYCLE,
        /** What whoever records it says: an evaluation, a unit's meeting, what else a model runs for, or nothing. */
        ANY,
        /** Nothing that has entries of its own, as people and accounts: it stands among the deeds. */
        NONE,
        /** Another deed, of which it is a part. */
        DEED
    }

    /** What not every event is. */
    public enum Trait {
        /** Somebody only looked: it is no step, and the evaluation is not kept longer because of it. */
        READING,
        /** It may tell who was asked about a colleague: its details are for nobody, and only its day is kept. */
        CONFIDENTIAL,
        /** Its details outlive the evaluation. Those of all others go with it, or with the person whom they name. */
        KEPT,
        /** Its details are what somebody typed: they go with a person whose account stands anywhere in them. */
        TYPED
    }

    private final String key;
    private final Subject subject;
    private final Set<Trait> traits;

    TrailEvent(String key, Subject subject, Trait... traits) {
        this.key = key;
        this.subject = subject;
        var all = EnumSet.noneOf(Trait.class);
        Collections.addAll(all, traits);
        this.traits = all;
    }

    /** As entries keep it; its label is {@code audit.event.<key>}. */
    public String key() {
        return key;
    }

    public Subject subject() {
        return subject;
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** @throws IllegalArgumentException when its entry would stand where nobody reads it, or be erased with what it is not about */
    public void mustBeAbout(Subject... allowed) {
        if (!List.of(allowed).contains(subject)) {
            throw new IllegalArgumentException(key + " is about " + subject);
        }
    }

    /** Their keys, for statements of SQL. */
    public static List<String> keys(Trait trait) {
        return Arrays.stream(values())
                .filter(event -> event.is(trait))
                .map(TrailEvent::key)
                .toList();
    }
}
