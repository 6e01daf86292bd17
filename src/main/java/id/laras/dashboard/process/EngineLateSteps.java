package id.laras.dashboard.process;

import id.laras.dashboard.LateSteps;
import id.laras.engine.WholeDays;
import id.laras.rules.Pages;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the engine's tables for them, in plain SQL: the engine's own query can neither narrow tasks to the evaluations that
 * HR asks for nor sort them by a person (docs/adr/0037). Colleagues' opinions are not among them: who is asked is nobody's
 * business, and they end by date.
 */
@Component
class EngineLateSteps implements LateSteps {

    /** Every step that an evaluation waits for until somebody acts. */
    private static final List<String> WAITED_FOR =
            Step.with(Step.Trait.LATE).stream().map(Step::task).toList();

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "t.DUE_DATE_",
            "employee", "lower(e.employee_name)",
            "unit", "lower(e.unit_name)",
            "person", "lower(coalesce(a.display_name, t.OWNER_, t.ASSIGNEE_))");

    /** The business key stands on the process of the task itself: call activities hand it on. */
    private static final String FROM = " from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_"
            + " join evaluation e on e.id = p.BUSINESS_KEY_";

    private static final String WHERE = " where t.TASK_DEF_KEY_ in (:steps) and t.DUE_DATE_ < :today"
            + " and (:everywhere = true or e.unit_code in (:units))"
            + " and (:unit is null or e.unit_code = :unit)"
            + " and (:stage is null or e.stage = :stage)"
            + " and (:name is null or lower(e.employee_name) like :name escape '!')";

    private static final String OF_CYCLE = WHERE + " and e.cycle_id = :cycle";

    private final JdbcClient database;
    private final StoodIn names;
    private final WholeDays days;

    EngineLateSteps(JdbcClient database, StoodIn names, WholeDays days) {
        this.database = database;
        this.names = names;
        this.days = days;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<LateStep> of(Sought evaluations, Pageable page) {
        var total = asked("select count(*)" + FROM + OF_CYCLE, evaluations)
                .query(Long.class)
                .single();
        if (total <= page.getOffset()) {
            return new PageImpl<>(List.of(), page, total);
        }
        // Who stands in for somebody holds the task; the day is that of its owner.
        var rows = asked(
                        "select e.id, e.employee, e.employee_name, e.employee_nip, e.unit_code, e.unit_name, t.TASK_DEF_KEY_,"
                                + " coalesce(a.display_name, t.OWNER_, t.ASSIGNEE_) as person, t.DUE_DATE_,"
                                + " coalesce(t.OWNER_, t.ASSIGNEE_)" + FROM
                                + " left join account a on a.name = coalesce(t.OWNER_, t.ASSIGNEE_)" + OF_CYCLE
                                + " order by " + Pages.order(page, COLUMNS, "t.ID_") + " limit :rows offset :first",
                        evaluations)
                .param("rows", page.getPageSize())
                .param("first", page.getOffset())
                .query((row, number) -> new LateStep(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(10),
                        days.dayOf(row.getTimestamp(9))))
                .list();
        var people = names.names(
                rows.stream().map(LateStep::person).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new PageImpl<>(rows.stream().map(step -> step.of(people)).toList(), page, total);
    }

    @Override
    @Transactional(readOnly = true)
    public List<LateElsewhere> elsewhere(Sought evaluations) {
        return asked(
                        "select c.id, c.name, count(*)" + FROM + " join cycle c on c.id = e.cycle_id" + WHERE
                                + " and e.cycle_id <> :cycle group by c.id, c.name, c.first_day"
                                + " order by c.first_day desc, c.name",
                        evaluations)
                .query((row, number) -> new LateElsewhere(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private StatementSpec asked(String sql, Sought evaluations) {
        var units = evaluations.within().units();
        return database.sql(sql)
                .param("steps", WAITED_FOR)
                .param("today", days.today())
                .param("cycle", evaluations.cycle())
                .param("everywhere", evaluations.within().everywhere())
                .param("units", units.isEmpty() ? List.of("") : units)
                .param("unit", evaluations.unit())
                .param(
                        "stage",
                        evaluations.stage() == null ? null : evaluations.stage().name())
                .param("name", evaluations.name());
    }
}
