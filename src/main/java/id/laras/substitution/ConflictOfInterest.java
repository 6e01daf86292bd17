package id.laras.substitution;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.Score;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationService;
import id.laras.cycle.Evaluations;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.people.ReportingLines.PastLine;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * In which evaluations a substitute has no say, whoever named him (docs/adr/0059-conflicts-of-interest-of-substitutes.md).
 * The rules ask how people stand to each other and never who was asked for an opinion: where a task stays with its owner
 * tells him nothing about that.
 */
@Component
class ConflictOfInterest {

    private final Evaluations evaluations;
    private final EvaluationService assessors;
    private final AssessmentService assessments;
    private final Employees employees;
    private final ReportingLines lines;

    ConflictOfInterest(
            Evaluations evaluations,
            EvaluationService assessors,
            AssessmentService assessments,
            Employees employees,
            ReportingLines lines) {
        this.evaluations = evaluations;
        this.assessors = assessors;
        this.assessments = assessments;
        this.employees = employees;
        this.lines = lines;
    }

    /**
     * @param businessKey evaluation id; anything else is no evaluation, and there every task is refused but the team's
     */
    boolean excludes(Substitution substitution, TaskKind kind, String businessKey) {
        if (kind == TaskKind.TEAM) {
            return false;
        }
        return evaluations
                .findWithCycleById(businessKey)
                .map(evaluation -> excludes(substitution, kind, evaluation))
                .orElse(true);
    }

    private boolean excludes(Substitution substitution, TaskKind kind, Evaluation evaluation) {
        var standIn = substitution.substitute();
        var employee = evaluation.employee();
        return standIn.equals(employee)
                || substitution.person().equals(employee)
                || substitution.namedBy().equals(employee)
                || answeredTo(standIn, Set.of(employee), evaluation)
                || switch (kind) {
                    case TARGETS, CHECK_INS, TEAM -> false;
                    // The assessor's superior must stay free to decide an objection to this very rating.
                    case ASSESSMENT -> standIn.equals(evaluation.superior()) || isColleague(standIn, evaluation);
                    case OBJECTION -> judged(evaluation).contains(standIn) || isColleague(standIn, evaluation);
                    // Its forms show the result.
                    case FOLLOW_UP -> isColleague(standIn, evaluation);
                };
    }

    /** Whether he answers to the same assessor: the two are compared with each other, and may rate each other's behaviour. */
    private boolean isColleague(String standIn, Evaluation evaluation) {
        return answeredTo(standIn, assessors.assessors(evaluation), evaluation);
    }

    /** Everybody who judged in this evaluation, and in whose stead. */
    private Set<String> judged(Evaluation evaluation) {
        EvaluationId id = evaluation.id();
        var judged = new HashSet<>(assessors.assessors(evaluation));
        judged.addAll(assessments.raters(id));
        assessments.versions(id).stream().map(Score::decidedBy).forEach(judged::add);
        return judged;
    }

    /** Whether he answered to one of them on any day since the cycle began, or is judged by one of them in it. */
    private boolean answeredTo(String account, Set<String> superiors, Evaluation evaluation) {
        var judged = evaluations.findByEmployeeOrderByCycleFirstDayDesc(account).stream()
                .filter(own -> own.cycle().id().equals(evaluation.cycle().id()))
                .flatMap(own -> Stream.concat(assessors.assessors(own).stream(), Stream.ofNullable(own.superior())))
                .anyMatch(superiors::contains);
        return judged || hadLineTo(account, superiors, evaluation);
    }

    private boolean hadLineTo(String account, Set<String> superiors, Evaluation evaluation) {
        var nips = superiors.stream().map(this::nip).flatMap(Optional::stream).collect(Collectors.toSet());
        return nip(account).stream()
                .flatMap(nip -> lines.history(nip).stream())
                .filter(line -> holdsSince(line, evaluation))
                .map(PastLine::supervisorNip)
                .anyMatch(nips::contains);
    }

    /** A line that ended on the day on which it began has never held. */
    private static boolean holdsSince(PastLine line, Evaluation evaluation) {
        return line.untilDay() == null
                || line.untilDay().isAfter(evaluation.cycle().firstDay())
                        && line.untilDay().isAfter(line.fromDay());
    }

    private Optional<String> nip(String account) {
        return employees.findByAccount(account).map(Employee::nip);
    }
}
