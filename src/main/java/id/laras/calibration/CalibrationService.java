package id.laras.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.assessment.AssessmentService;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Evaluations;
import id.laras.objection.ObjectionService;
import id.laras.rules.Refusal;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One meeting per unit and cycle takes its course: it waits, decides, moves predicates, and a person fixes them. */
@Service
@Transactional
public class CalibrationService {

    private final Calibrations calibrations;
    private final Members members;
    private final Moves moves;
    private final MeetingLookup meetings;
    private final Evaluations evaluations;
    private final EvaluationLookup lookup;
    private final EvaluationRecorder recorder;
    private final AssessmentService assessments;
    private final ObjectionService objections;
    private final ObjectMapper json;
    private final Clock clock;

    CalibrationService(
            Calibrations calibrations,
            Members members,
            Moves moves,
            MeetingLookup meetings,
            Evaluations evaluations,
            EvaluationLookup lookup,
            EvaluationRecorder recorder,
            AssessmentService assessments,
            ObjectionService objections,
            ObjectMapper json,
            Clock clock) {
        this.calibrations = calibrations;
        this.members = members;
        this.moves = moves;
        this.meetings = meetings;
        this.evaluations = evaluations;
        this.lookup = lookup;
        this.recorder = recorder;
        this.assessments = assessments;
        this.objections = objections;
        this.json = json;
        this.clock = clock;
    }

    /** @return the new calibration's id, empty when the unit has one in this cycle already */
    public Optional<String> open(String cycleId, String unitCode, String unitName) {
        if (calibrations.existsByCycleIdAndUnitCode(cycleId, unitCode)) {
            return Optional.empty();
        }
        var calibration = new Calibration(cycleId, unitCode, unitName, clock.instant());
        return Optional.of(calibrations.save(calibration).id());
    }

    /**
     * An evaluation comes to its unit's meeting, or passes by when that is over.
     *
     * @throws IllegalStateException when the unit has no calibration, or the evaluation no score
     */
    public Joined join(EvaluationId id) {
        meetings.score(id);
        var evaluation = lookup.get(id);
        var calibration = calibrations
                .lockByUnit(evaluation.cycle().id(), evaluation.unitCode())
                .orElseThrow(() -> new IllegalStateException("No calibration for the unit of evaluation " + id));
        var open = calibration.state() == CalibrationState.OPEN;
        var member = members.findById(id.value())
                .orElseGet(() -> members.save(new Member(id.value(), calibration.id(), open, clock.instant())));
        var awaited = member.awaiting() && calibration.state() != CalibrationState.CLOSED;
        if (!awaited) {
            recorder.record(id, TrailEvent.CALIBRATION_MISSED, null, null);
        }
        var complete = open && !calibration.summoned() && isComplete(calibration);
        if (complete) {
            calibration.summon();
        }
        return new Joined(calibration.id(), awaited, complete);
    }

    /**
     * The date has come: the meeting begins with whoever is there. Takes the lock like every join, so that the last
     * evaluation, arriving at the same moment, either called the meeting before or finds it begun.
     */
    public void begin(String calibrationId) {
        calibrations.lockById(calibrationId).orElseThrow().summon();
    }

    /**
     * An evaluation was cancelled and comes to no meeting.
     *
     * @return the calibration that now waits for nobody any more and must be called, or empty
     */
    public Optional<String> withdraw(EvaluationId id, String cycleId, String unitCode) {
        return calibrations
                .lockByUnit(cycleId, unitCode)
                .filter(calibration -> calibration.state() == CalibrationState.OPEN)
                .filter(calibration -> {
                    members.findById(id.value()).ifPresent(members::delete);
                    return !calibration.summoned() && isComplete(calibration);
                })
                .map(calibration -> {
                    calibration.summon();
                    return calibration.id();
                });
    }

    private boolean isComplete(Calibration calibration) {
        var awaited = calibrations.countEvaluations(calibration.cycleId(), calibration.unitCode());
        return awaited > 0 && members.countByCalibrationId(calibration.id()) == awaited;
    }

    /**
     * HR decides for the whole unit. The moves are kept here with the predicate before them; each takes effect when its
     * evaluation is told, see {@link #apply}.
     *
     * @throws Refusal when a move breaks a rule; then nothing is decided
     */
    public void decide(String calibrationId, String by, List<MoveOrder> orders, String note) {
        var calibration = calibrations.lockById(calibrationId).orElseThrow();
        if (calibration.state() != CalibrationState.OPEN) {
            throw new IllegalStateException("Calibration " + calibrationId + " is decided already");
        }
        var table = meetings.table(calibration);
        var rows =
                table.employees().stream().collect(Collectors.toMap(UnitTable.Row::evaluationId, Function.identity()));
        Refusal.ifAny(MoveRules.problems(table.scheme(), rows, ownEvaluation(calibration, by), orders));
        for (var order : orders) {
            keep(calibration, rows.get(order.evaluationId()), order, by);
        }
        calibration.decide(by, clock.instant(), note);
    }

    private String ownEvaluation(Calibration calibration, String account) {
        return evaluations
                .findByCycleIdAndUnitCodeOrderByEmployeeName(calibration.cycleId(), calibration.unitCode())
                .stream()
                .filter(evaluation -> evaluation.employee().equals(account))
                .map(evaluation -> evaluation.id().value())
                .findFirst()
                .orElse(null);
    }

    private void keep(Calibration calibration, UnitTable.Row row, MoveOrder order, String by) {
        var move = new Move(
                row.evaluationId(),
                calibration.id(),
                row.predicate(),
                order.to(),
                order.reason().strip(),
                by,
                clock.instant());
        moves.save(move);
        var details = json.<JsonNode>valueToTree(Map.of("from", move.from(), "to", move.to(), "reason", move.reason()));
        recorder.record(EvaluationId.of(row.evaluationId()), TrailEvent.CALIBRATION_MOVED, by, details.toString());
    }

    /**
     * Ends the meeting.
     *
     * @return the evaluations that wait for it and must be told now, in this transaction
     */
    public List<EvaluationId> close(String calibrationId) {
        var calibration = calibrations.lockById(calibrationId).orElseThrow();
        calibration.close();
        return members.findByCalibrationIdAndAwaitingTrue(calibrationId).stream()
                .map(member -> EvaluationId.of(member.evaluationId()))
                .toList();
    }

    /**
     * Gives a moved evaluation its new predicate, as a further version of the score.
     *
     * @return whether the employee had accepted the predicate that it replaced, and may therefore object again
     */
    public boolean apply(EvaluationId id) {
        var move = moves.findById(id.value()).orElse(null);
        if (move == null) {
            return false;
        }
        var accepted = objections.acceptedPredicate(id);
        assessments.move(id, move.to(), move.reason(), move.by());
        return accepted;
    }

    /**
     * A person fixes the predicate (UU 27/2022 art. 10).
     *
     * @param note for the employee, may be null
     * @throws Refusal when the person did not say so
     */
    public void confirm(EvaluationId id, boolean confirmed, String note, String by) {
        if (!confirmed) {
            throw new Refusal("calibration.confirm");
        }
        recorder.fix(id, meetings.score(id).predicate(), note, by);
    }
}
