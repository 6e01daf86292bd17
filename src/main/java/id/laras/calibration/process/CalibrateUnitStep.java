package id.laras.calibration.process;

import id.laras.assessment.ForeseenScores;
import id.laras.calibration.CalibrationService;
import id.laras.calibration.MeetingLookup;
import id.laras.calibration.MoveOrder;
import id.laras.calibration.UnitTable;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Predicate;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.RuleBook;
import id.laras.engine.StepContext;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** HR looks at a unit's distribution and moves predicates, each with a reason. */
@Component
class CalibrateUnitStep implements HumanStep<CalibrateUnitStep.Answer> {

    private final CalibrationService calibrations;
    private final MeetingLookup meetings;
    private final RuleBook rules;

    CalibrateUnitStep(CalibrationService calibrations, MeetingLookup meetings, RuleBook rules) {
        this.calibrations = calibrations;
        this.meetings = meetings;
        this.rules = rules;
    }

    @Override
    public Step step() {
        return Step.CALIBRATE_UNIT;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public View view(StepContext context) {
        var table = meetings.table(context.businessKey());
        return View.of(table, guide(context, table));
    }

    private List<GuideRow> guide(StepContext context, UnitTable table) {
        if (table.organisationPredicate() == null) {
            return List.of();
        }
        var input = Map.<String, Object>of(
                "organisationPredicate", table.organisationPredicate().name());
        return rules.evaluate(context.taskId(), CalibrationProcess.Decisions.DISTRIBUTION_GUIDE, input).stream()
                .map(row -> GuideRow.of(row, table.predicates()))
                .toList();
    }

    @Override
    public Map<String, Object> complete(StepContext context, Answer answer) {
        calibrations.decide(context.businessKey(), context.actor(), answer.moves(), answer.note());
        return Map.of();
    }

    @Override
    public Outlook outlook(StepContext context, Answer answer) {
        var table = meetings.table(context.businessKey());
        var told = new ArrayList<MessageSourceResolvable>();
        for (var row : table.employees()) {
            answer.moves().stream()
                    .filter(move -> move.evaluationId().equals(row.evaluationId()))
                    .forEach(move -> told.add(Outlook.sentence(
                            "calibration.outlook.move",
                            row.name(),
                            ForeseenScores.predicate(row.predicate()),
                            ForeseenScores.predicate(move.to()))));
        }
        if (told.isEmpty()) {
            told.add(Outlook.sentence("calibration.outlook.none"));
        }
        if (!table.notReady().isEmpty()) {
            told.add(Outlook.sentence(
                    "calibration.outlook.notReady", table.notReady().size(), String.join(", ", table.notReady())));
        }
        told.add(Outlook.sentence("calibration.outlook.final"));
        return new Outlook(step().task(), told);
    }

    /** @param note what else the meeting noted down, may be empty */
    record Answer(List<MoveOrder> moves, String note) {

        Answer {
            moves = moves == null ? List.of() : List.copyOf(moves);
        }
    }

    /** @param scored whether the employees have totals, beside their predicates */
    record View(
            String calibrationId,
            String unitName,
            String cycleName,
            boolean scored,
            @Nullable OrganisationPredicate organisationPredicate,
            List<Predicate> predicates,
            List<GuideRow> guide,
            List<UnitTable.Row> employees,
            List<String> notReady) {

        static View of(UnitTable table, List<GuideRow> guide) {
            return new View(
                    table.calibrationId(),
                    table.unitName(),
                    table.cycleName(),
                    table.scheme().isWeighted(),
                    table.organisationPredicate(),
                    table.predicates(),
                    guide,
                    table.employees(),
                    table.notReady());
        }
    }
}
