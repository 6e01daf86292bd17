package id.laras.opening;

import id.laras.cycle.Cycle;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Schedule;
import id.laras.people.Employee;
import java.time.LocalDate;

/**
 * An employee whose evaluation shall be opened, with the people it needs.
 *
 * @param assessor the assessor (pejabat penilai)
 * @param superior   the assessor's superior, null when there is none
 * @param lastDay    of the employee's service, null while none is known
 */
public record Candidate(Employee employee, String unitName, Employee assessor, Employee superior, LocalDate lastDay) {

    /** An employee whose service ends within the cycle is evaluated for the part that they serve. */
    Evaluation evaluation(Cycle cycle, LocalDate today) {
        var evaluation = new Evaluation(
                EvaluationId.next(),
                cycle,
                employee.nip(),
                employee.account(),
                employee.name(),
                employee.position(),
                employee.unitCode(),
                unitName,
                assessor.account(),
                assessor.name(),
                superior == null ? null : superior.account());
        if (lastDay != null && lastDay.isBefore(cycle.lastDay())) {
            evaluation.serve(Schedule.of(cycle, cycle.firstDay(), lastDay, today));
        }
        return evaluation;
    }

    /** Whether the new evaluation makes that account the assessor, or lets it decide, where it did not in an earlier one. */
    public boolean promotes(String account, Evaluation earlier) {
        var assesses = account.equals(assessor.account()) && !account.equals(earlier.assessor());
        var decider = superior != null
                && account.equals(superior.account())
                && !account.equals(earlier.assessor())
                && !account.equals(earlier.superior());
        return assesses || decider;
    }
}
