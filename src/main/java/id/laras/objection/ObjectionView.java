package id.laras.objection;

import id.laras.evidence.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * How the employee's latest review of his result went.
 *
 * @param raised         whether he objected
 * @param accepted       whether he accepted, by word or by silence
 * @param bySilence      whether the period passed without an answer
 * @param reasons        why he objected, null when he did not
 * @param evidence       what he added as proof, may be empty
 * @param outcome        null until it is decided
 * @param decisionReason null until it is decided
 * @param decidedBy      account of the superior, null until it is decided
 */
public record ObjectionView(
        boolean raised,
        boolean accepted,
        boolean bySilence,
        String reasons,
        List<Evidence> evidence,
        Outcome outcome,
        String decisionReason,
        String decidedBy,
        Instant decidedAt) {}
