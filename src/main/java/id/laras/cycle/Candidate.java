package id.laras.cycle;

import id.laras.people.Employee;

/**
 * An employee whose evaluation shall be opened, with the people it needs.
 *
 * @param supervisor the assessor (pejabat penilai)
 * @param superior   the assessor's superior, null when there is none
 */
record Candidate(Employee employee, String unitName, Employee supervisor, Employee superior) {

    Evaluation evaluation(Cycle cycle) {
        return new Evaluation(
                EvaluationId.next(),
                cycle,
                employee.nip(),
                employee.account(),
                employee.name(),
                employee.position(),
                employee.unitCode(),
                unitName,
                supervisor.account(),
                supervisor.name(),
                superior == null ? null : superior.account());
    }
}
