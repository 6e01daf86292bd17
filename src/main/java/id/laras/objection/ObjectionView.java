package id.laras.objection;

import id.laras.evidence.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * How the employee's latest review of their result went.
 *
 * @param raised         whether the employee objected
 * @param accepted       whether they accepted, by word or by silence
 * @param bySilence      whether the period passed without an answer
 * @param reasons        why they objected, null when they did not
 * @param evidence       what they added as proof, may be empty
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
