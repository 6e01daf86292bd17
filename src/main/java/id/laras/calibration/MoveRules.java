package id.laras.calibration;

import id.laras.cycle.Scheme;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the meeting may move (SE MenPANRB 3/2023; PP 30/2019 art. 59). */
final class MoveRules {

    private MoveRules() {}

    /**
     * What is wrong with the moves, all at once; empty when nothing is.
     *
     * @param rows  the meeting's table, by evaluation id
     * @param ownId id of the evaluation of the person who decides, null when he has none in this meeting
     */
    static List<Problem> problems(Scheme scheme, Map<String, UnitTable.Row> rows, String ownId, List<MoveOrder> moves) {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        for (var move : moves) {
            var row = rows.get(move.evaluationId());
            if (row == null) {
                problems.add(new Problem("calibration.foreign"));
            } else if (!seen.add(move.evaluationId())) {
                problems.add(new Problem("calibration.twice", row.name()));
            } else {
                check(scheme, row, move.evaluationId().equals(ownId), move, problems);
            }
        }
        return problems;
    }

    private static void check(Scheme scheme, UnitTable.Row row, boolean own, MoveOrder move, List<Problem> problems) {
        if (own) {
            problems.add(new Problem("calibration.own"));
        }
        if (row.locked()) {
            problems.add(new Problem("calibration.locked", row.name()));
        }
        if (move.to() == null || !scheme.predicates().contains(move.to())) {
            problems.add(new Problem("calibration.predicate", row.name()));
        } else if (move.to() == row.predicate()) {
            problems.add(new Problem("calibration.same", row.name()));
        }
        if (Reasons.missing(move.reason())) {
            problems.add(new Problem("calibration.reason", row.name()));
        }
    }
}
