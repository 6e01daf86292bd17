package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.rules.Refusal;
import id.laras.steps.Step;
import id.laras.succession.HandOverScene;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** The cycle began a month ago, is assessed in ten months, and staf's evaluation is open in it. */
abstract class CycleMendingScene extends HandOverScene {

    static final String REASON = "Salah ketik";

    @Autowired
    CycleService cycles;

    @Autowired
    CycleMending mending;

    @Autowired
    MendingPreviews previews;

    @Autowired
    CycleWarnings warnings;

    List<String> answers(String subject, String what) {
        return database.sql("select answer from trail_entry where subject = ? and what = ?")
                .params(subject, what)
                .query(String.class)
                .list();
    }

    void mend(NewCycle wish) {
        mending.mend(cycle.id(), wish, REASON, seal(wish), people.hr()).join();
        cycle = cycles.get(cycle.id());
    }

    String seal(NewCycle wish) {
        return seal(cycle.id(), wish);
    }

    String seal(String cycleId, NewCycle wish) {
        return CycleWarning.seal(previews.of(cycleId, wish).warnings());
    }

    void refused(NewCycle wish, String key) {
        assertThatThrownBy(() -> previews.of(cycle.id(), wish))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key);
    }

    void past(String column, LocalDate day) {
        database.sql("update cycle set " + column + " = ? where id = ?")
                .params(day, cycle.id())
                .update();
        cycle = cycles.get(cycle.id());
    }

    NewCycle named(String name) {
        return wish().name(name).of();
    }

    Wish wish() {
        return new Wish(mending.asItIs(cycle.id()));
    }

    LocalDate timer(String activity) {
        return timer(new String[] {activity}).get(0);
    }

    /** A period ends with its last day: its timer fires when the next one begins. */
    LocalDate lastDayOf(String activity) {
        return timer(activity).minusDays(1);
    }

    List<LocalDate> timer(String... activities) {
        return Arrays.stream(activities)
                .flatMap(activity ->
                        engine.getManagementService().createJobQuery().timers().activityId(activity).list().stream())
                .filter(job -> id.equals(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .map(job -> day(job.getDuedate()))
                .toList();
    }

    LocalDate due(Step task) {
        return day(walker.task(id, task).getDueDate());
    }

    LocalDate day(Date date) {
        return date.toInstant().atZone(clock.getZone()).toLocalDate();
    }
}
