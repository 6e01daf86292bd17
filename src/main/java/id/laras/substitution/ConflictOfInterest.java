package id.laras.substitution;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.Score;
import id.laras.calibration.Meeting;
import id.laras.calibration.MeetingLookup;
import id.laras.cycle.Cycle;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.LineHistory;
import id.laras.people.LineHistory.PastLine;
import id.laras.people.ReportingLines;
import id.laras.rules.Refusal.Problem;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * In which evaluations somebody has no say: everybody who decides (docs/adr/0089-conflicts-of-interest-of-everybody.md), and more
 * strictly a substitute, whoever named them (docs/adr/0059-conflicts-of-interest-of-substitutes.md). The rules ask how people stand to
 * each other and never who was asked for an opinion: where a task stays with its owner tells them nothing about that.
 */
@Component
public class ConflictOfInterest {

    private final Evaluations evaluations;
    private final EvaluationLookup assessors;
    private final AssessmentService assessments;
    private final MeetingLookup meetings;
    private final Cycles cycles;
    private final Employees employees;
    private final ReportingLines lines;
    private final LineHistory history;

    ConflictOfInterest(
            Evaluations evaluations,
            EvaluationLookup assessors,
            AssessmentService assessments,
            MeetingLookup meetings,
            Cycles cycles,
            Employees employees,
            ReportingLines lines,
            LineHistory history) {
        this.evaluations = evaluations;
        this.assessors = assessors;
        this.assessments = assessments;
        this.meetings = meetings;
        this.cycles = cycles;
        this.employees = employees;
        this.lines = lines;
        this.history = history;
    }

    /**
     * Why somebody must not do a step, in their own right or another's, nor say who does it; empty when nothing stands against it. What
     * people do about themselves decides nothing, nor does the assessor's talk about targets and reports, which only is not one's own.
     *
     * @param businessKey evaluation id, or calibration id
     */
    public Optional<Problem> of(String account, String process, String task, String businessKey) {
        return Step.of(process, task)
                .filter(step -> !step.is(Step.Trait.OF_EITHER_SIDE))
                .flatMap(Step::kind)
                .flatMap(kind -> meetings.meeting(businessKey)
                        .filter(meeting -> kind == TaskKind.TEAM)
                        .map(meeting -> inMeeting(account, meeting))
                        .orElseGet(() -> evaluations
                                .findWithCycleById(businessKey)
                                .flatMap(evaluation -> inEvaluation(account, kind, evaluation))))
                .map(Problem::new);
    }

    /** Key of the sentence that says why. */
    private Optional<String> inEvaluation(String account, TaskKind kind, Evaluation evaluation) {
        var cycle = evaluation.cycle();
        if (account.equals(evaluation.employee())) {
            return Optional.of("substitution.conflict.own");
        }
        if (kind == TaskKind.TARGETS || kind == TaskKind.CHECK_INS) {
            return Optional.empty();
        }
        if (isAssessedBy(account, evaluation.employee(), cycle)) {
            return Optional.of("substitution.conflict.assessor");
        }
        if (kind != TaskKind.OBJECTION && kind != TaskKind.TEAM) {
            return Optional.empty();
        }
        var hadAHand = hadAHand(evaluation);
        if (hadAHand.contains(account)) {
            return Optional.of("substitution.conflict.hadAHand");
        }
        return answeredTo(account, hadAHand, cycle)
                ? Optional.of("substitution.conflict.answers")
                : answeredTo(account, Set.of(evaluation.employee()), cycle)
                        ? Optional.of("substitution.conflict.assessor")
                        : Optional.empty();
    }

    /**
     * A meeting compares everybody of a unit: whoever is among them gains when others are moved, whoever rated one of them would decide
     * their own rating, and whoever answers to one of them is not free.
     */
    private Optional<String> inMeeting(String account, Meeting meeting) {
        var cycle = cycles.findById(meeting.cycleId()).orElseThrow();
        var unit = evaluations.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), meeting.unitCode()).stream()
                .filter(evaluation -> evaluation.stage() != Stage.CANCELLED)
                .map(Evaluation::employee)
                .collect(Collectors.toSet());
        if (unit.contains(account)) {
            return Optional.of("substitution.conflict.unit");
        }
        if (assessors.isAssessorIn(cycle.id(), meeting.unitCode(), account)
                || assessments.ratedIn(cycle.id(), meeting.unitCode(), account)) {
            return Optional.of("substitution.conflict.assessesUnit");
        }
        return answeredTo(account, unit, cycle) ? Optional.of("substitution.conflict.unitAssessor") : Optional.empty();
    }

    /** Whether the account's own evaluation in the cycle is the other's to rate now. */
    private boolean isAssessedBy(String account, String other, Cycle cycle) {
        return own(account, cycle).anyMatch(own -> own.assessor().equals(other));
    }

    private Stream<Evaluation> own(String account, Cycle cycle) {
        return evaluations.findByEmployeeOrderByCycleFirstDayDesc(account).stream()
                .filter(own -> own.cycle().id().equals(cycle.id()));
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
        var substitute = substitution.substitute();
        var employee = evaluation.employee();
        return substitute.equals(employee)
                || substitution.person().equals(employee)
                || isNamedByAParty(substitution, kind, evaluation)
                || answeredTo(substitute, Set.of(employee), evaluation.cycle())
                || switch (kind) {
                    case TARGETS, CHECK_INS, TEAM -> false;
                    // The assessor's superior must stay free to decide an objection to this very rating.
                    case ASSESSMENT -> substitute.equals(evaluation.superior()) || isColleague(substitute, evaluation);
                    case OBJECTION -> hadAHand(evaluation).contains(substitute) || isColleague(substitute, evaluation);
                    // Its forms show the result.
                    case FOLLOW_UP -> isColleague(substitute, evaluation);
                };
    }

    /** HR names for others: who must not do it themselves does not say who does (docs/adr/0108-who-has-a-stake-names-nobody.md). */
    private boolean isNamedByAParty(Substitution substitution, TaskKind kind, Evaluation evaluation) {
        return !substitution.namedBy().equals(substitution.person())
                && inEvaluation(substitution.namedBy(), kind, evaluation).isPresent();
    }

    /** Whether the substitute answers to the employee's assessor: the two are compared with each other, and may rate each other's behaviour. */
    private boolean isColleague(String substitute, Evaluation evaluation) {
        return answeredTo(substitute, assessors.assessors(evaluation), evaluation.cycle());
    }

    /** Everybody who had a hand in the result of this evaluation, and in whose stead. */
    private Set<String> hadAHand(Evaluation evaluation) {
        EvaluationId id = evaluation.id();
        var hadAHand = new HashSet<>(assessors.assessors(evaluation));
        hadAHand.addAll(assessments.whoRated(id));
        assessments.versions(id).stream().map(Score::decidedBy).forEach(hadAHand::add);
        return hadAHand;
    }

    /** Whether they answered to one of them on any day since the cycle began, do so today, or are assessed by one of them in it. */
    private boolean answeredTo(String account, Set<String> superiors, Cycle cycle) {
        var assessed = own(account, cycle)
                .flatMap(own -> Stream.concat(assessors.assessors(own).stream(), Stream.ofNullable(own.superior())))
                .anyMatch(superiors::contains);
        return assessed || hadLineTo(account, superiors, cycle) || answersToActing(account, superiors);
    }

    /** An acting head stands in no line of those under them. */
    private boolean answersToActing(String account, Set<String> superiors) {
        return nip(account)
                .filter(nip -> lines.answersToActing(
                        nip,
                        employees.findByAccountIn(superiors).stream()
                                .map(Employee::nip)
                                .toList()))
                .isPresent();
    }

    private boolean hadLineTo(String account, Set<String> superiors, Cycle cycle) {
        return nip(account).stream()
                .flatMap(nip -> history.of(nip).stream())
                .filter(line -> holdsSince(line, cycle.firstDay()))
                .map(PastLine::superiorNip)
                .distinct()
                .flatMap(nip -> employees.findById(nip).stream())
                .map(Employee::account)
                .anyMatch(superiors::contains);
    }

    /** A line that ended on the day on which it began has never held. */
    private static boolean holdsSince(PastLine line, LocalDate day) {
        return line.untilDay() == null
                || line.untilDay().isAfter(day) && line.untilDay().isAfter(line.fromDay());
    }

    private Optional<String> nip(String account) {
        return employees.findByAccount(account).map(Employee::nip);
    }
}
