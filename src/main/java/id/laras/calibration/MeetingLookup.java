package id.laras.calibration;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.Score;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.cycle.UnitMeetings;
import id.laras.cycle.UnitPredicates;
import id.laras.objection.ObjectionService;
import id.laras.security.NamesBeside;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units' meetings: the table before each, what it moved, and whether it has decided. */
@Service
@Transactional(readOnly = true)
public class MeetingLookup implements UnitMeetings {

    private final Calibrations calibrations;
    private final Members members;
    private final Moves moves;
    private final Cycles cycles;
    private final Evaluations evaluations;
    private final UnitPredicates unitPredicates;
    private final AssessmentService assessments;
    private final ObjectionService objections;

    MeetingLookup(
            Calibrations calibrations,
            Members members,
            Moves moves,
            Cycles cycles,
            Evaluations evaluations,
            UnitPredicates unitPredicates,
            AssessmentService assessments,
            ObjectionService objections) {
        this.calibrations = calibrations;
        this.members = members;
        this.moves = moves;
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.unitPredicates = unitPredicates;
        this.assessments = assessments;
        this.objections = objections;
    }

    /** Ids of the meetings of a cycle. */
    @Transactional(readOnly = true)
    public List<String> of(String cycleId) {
        return calibrations.findByCycleIdOrderByUnitName(cycleId).stream()
                .map(Calibration::id)
                .toList();
    }

    /** The table as it stands now. */
    public UnitTable table(String calibrationId) {
        return table(calibrations.findById(calibrationId).orElseThrow());
    }

    UnitTable table(Calibration calibration) {
        var cycle = cycles.findById(calibration.cycleId()).orElseThrow();
        var joined = members.findByCalibrationIdAndAwaitingTrue(calibration.id()).stream()
                .map(Member::evaluationId)
                .collect(Collectors.toSet());
        var rows = new ArrayList<UnitTable.Row>();
        var notReady = new ArrayList<String>();
        var unit = evaluations.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), calibration.unitCode());
        for (var evaluation : unit) {
            if (joined.contains(evaluation.id().value())) {
                rows.add(row(evaluation, evaluation.leads(unit)));
            } else if (evaluation.stage() != Stage.CANCELLED) {
                notReady.add(NamesBeside.shown(evaluation.employeeName(), evaluation.employeeNip()));
            }
        }
        return new UnitTable(
                calibration.id(),
                calibration.unitName(),
                cycle.name(),
                cycle.scheme(),
                unitPredicates.find(cycle.id(), calibration.unitCode()).orElse(null),
                List.copyOf(cycle.scheme().predicates()),
                rows,
                notReady);
    }

    private UnitTable.Row row(Evaluation evaluation, boolean head) {
        var score = score(evaluation.id());
        return new UnitTable.Row(
                evaluation.id().value(),
                evaluation.employeeName(),
                evaluation.employeeNip(),
                evaluation.position(),
                head,
                score.total(),
                score.predicate(),
                objections.decided(evaluation.id()));
    }

    /** @throws IllegalStateException when it has none */
    Score score(EvaluationId id) {
        return assessments.current(id).orElseThrow(() -> new IllegalStateException("No score for evaluation " + id));
    }

    @Override
    public Set<String> decided(String cycleId) {
        return meetings(cycleId).stream()
                .filter(meeting -> meeting.state() != CalibrationState.OPEN)
                .map(Meeting::unitCode)
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public boolean isDecided(String cycleId, String unitCode) {
        return calibrations
                .lockByUnit(cycleId, unitCode)
                .filter(calibration -> calibration.state() != CalibrationState.OPEN)
                .isPresent();
    }

    /** The meetings of a cycle, by the names of the units. */
    public List<Meeting> meetings(String cycleId) {
        return calibrations.findByCycleIdOrderByUnitName(cycleId).stream()
                .map(Meeting::of)
                .toList();
    }

    /** Those of these ids that are meetings. */
    public List<Meeting> meetings(Collection<String> calibrationIds) {
        return calibrations.findAllById(calibrationIds).stream()
                .map(Meeting::of)
                .toList();
    }

    /** The meeting on a unit; empty when the unit was never opened in the cycle. */
    public Optional<Meeting> meeting(String cycleId, String unitCode) {
        return calibrations.findByCycleIdAndUnitCode(cycleId, unitCode).map(Meeting::of);
    }

    public Optional<Meeting> meeting(String calibrationId) {
        return calibrations.findById(calibrationId).map(Meeting::of);
    }

    /** What the calibration moved, empty when it left the predicate as it was. */
    public Optional<MoveView> move(EvaluationId id) {
        return moves.findById(id.value()).map(MoveView::of);
    }

    /** The meeting that this evaluation was part of, empty before it has decided or when it was missed. */
    public Optional<MeetingView> meeting(EvaluationId id) {
        return members.findById(id.value())
                .filter(Member::awaiting)
                .flatMap(member -> calibrations.findById(member.calibrationId()))
                .filter(calibration -> calibration.state() != CalibrationState.OPEN)
                .map(MeetingView::of);
    }
}
