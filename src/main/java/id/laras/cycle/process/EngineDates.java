package id.laras.cycle.process;

import id.laras.cycle.Schedule;
import id.laras.cycle.process.EvaluationProcess.Variables;
import id.laras.engine.WholeDays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The days of an evaluation as its models read them. */
@Component
class EngineDates {

    private final WholeDays days;

    EngineDates(WholeDays days) {
        this.days = days;
    }

    /** The variables of an evaluation's deadlines with their values. */
    Map<String, String> of(Schedule schedule) {
        return Map.of(
                Variables.TARGETS_DUE, days.endOf(schedule.targetsDue()),
                Variables.ASSESSMENT_OPENS, days.beginOf(schedule.assessmentOpens()),
                Variables.FEEDBACK_CLOSES, days.endOf(schedule.feedbackCloses()),
                Variables.ASSESSMENT_DUE, days.endOf(schedule.assessmentDue()));
    }
}
