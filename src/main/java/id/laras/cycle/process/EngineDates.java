package id.laras.cycle.process;

import id.laras.cycle.Schedule;
import id.laras.cycle.process.EvaluationProcess.Variables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Days of the agency as the models read them: ISO text with offset. */
@Component
class EngineDates {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Clock clock;

    EngineDates(Clock clock) {
        this.clock = clock;
    }

    /** The variables of an evaluation's deadlines with their values. */
    Map<String, String> of(Schedule days) {
        return Map.of(
                Variables.TARGETS_DUE, endOf(days.targetsDue()),
                Variables.ASSESSMENT_OPENS, startOf(days.assessmentOpens()),
                Variables.FEEDBACK_CLOSES, endOf(days.feedbackCloses()),
                Variables.ASSESSMENT_DUE, endOf(days.assessmentDue()));
    }

    String startOf(LocalDate day) {
        return at(day, LocalTime.MIN);
    }

    String endOf(LocalDate day) {
        return at(day, END_OF_DAY);
    }

    private String at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
