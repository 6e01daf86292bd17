package id.laras.audit;

import id.laras.security.DeedPart;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The timeline of one evaluation in the reader's language: what happened, oldest first, and every version kept.
 *
 * @param meetingId of the calibration of the employee's unit, null when there is none
 */
public record Timeline(
        String evaluationId,
        String employeeName,
        String employeeNip,
        String position,
        String unitName,
        String cycleName,
        String meetingId,
        List<Entry> entries,
        List<Version> plans,
        List<Version> scores) {

    /** For the person rated: the moment at which an opinion came would point at whoever gave it. */
    Timeline withoutOpinions() {
        return new Timeline(
                evaluationId,
                employeeName,
                employeeNip,
                position,
                unitName,
                cycleName,
                meetingId,
                entries.stream().filter(entry -> !entry.hidden()).toList(),
                plans,
                scores);
    }

    /**
     * One thing that happened.
     *
     * @param at     the moment itself
     * @param time   the moment in the agency's zone, in words
     * @param what   what happened, in words
     * @param actor  name of the person, "the system" or "a colleague" in words, or null when hidden
     * @param answer the answer in lines; empty when there is none or it is hidden
     * @param raw    the answer as it was stored, null when there is none or it is hidden
     * @param hidden an opinion about a colleague: only an auditor sees what it says
     */
    public record Entry(
            Instant at,
            String time,
            String what,
            TrailKind kind,
            String actor,
            List<AnswerField> answer,
            String raw,
            boolean hidden) {

        private static final Pattern PARTS = Pattern.compile("\"parts\":\"(" + DeedPart.PREFIX + "[0-9a-f]+)\"");

        /** Where the many things that make up a deed are read; null for everything else. */
        public String parts() {
            var named = raw == null ? null : PARTS.matcher(raw);
            return named != null && named.find() ? named.group(1) : null;
        }
    }

    /** One version of the targets or of the score. */
    public record Version(String title, List<AnswerField> fields) {}
}
