package id.laras.cycle;

import id.laras.rules.Pages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** HR's list of cycles, sorted and cut by the database, by their counts of evaluations too. */
@Component
public class CyclesAtAGlance {

    private static final Map<String, String> COLUMNS = Map.of(
            "period", "c.first_day",
            "name", "lower(c.name)",
            "scheme", "c.scheme",
            "evaluations", "evaluations",
            "closed", "closed");

    private static final String FOUND = " from cycle c where (:name is null or lower(c.name) like :name escape '!')"
            + " and (:kind is null or c.kind = :kind) and (:scheme is null or c.scheme = :scheme)";

    private final JdbcClient database;

    CyclesAtAGlance(JdbcClient database) {
        this.database = database;
    }

    /** @param closed how many of the evaluations are over */
    public record CycleRow(
            String id,
            String name,
            CycleKind kind,
            Scheme scheme,
            LocalDate firstDay,
            LocalDate lastDay,
            long evaluations,
            long closed) {}

    /**
     * Null leaves a criterion out.
     *
     * @param name a lower-case pattern for {@code like … escape '!'}
     * @param page sorted by {@code period}, {@code name}, {@code scheme}, {@code evaluations} or {@code closed}
     */
    @Transactional(readOnly = true)
    public Page<CycleRow> find(String name, CycleKind kind, Scheme scheme, Pageable page) {
        var total = asked("select count(*)" + FOUND, name, kind, scheme)
                .query(Long.class)
                .single();
        if (total <= page.getOffset()) {
            return new PageImpl<>(List.of(), page, total);
        }
        var rows = asked(
                        "select c.id, c.name, c.kind, c.scheme, c.first_day, c.last_day,"
                                + " (select count(*) from evaluation e where e.cycle_id = c.id) as evaluations,"
                                + " (select count(*) from evaluation e where e.cycle_id = c.id"
                                + " and e.stage in ('CLOSED', 'CANCELLED')) as closed" + FOUND + " order by "
                                + Pages.order(page, COLUMNS, "c.id") + " limit :rows offset :first",
                        name,
                        kind,
                        scheme)
                .param("rows", page.getPageSize())
                .param("first", page.getOffset())
                .query(CycleRow.class)
                .list();
        return new PageImpl<>(rows, page, total);
    }

    private JdbcClient.StatementSpec asked(String sql, String name, CycleKind kind, Scheme scheme) {
        return database.sql(sql)
                .param("name", name)
                .param("kind", kind == null ? null : kind.name())
                .param("scheme", scheme == null ? null : scheme.name());
    }
}
