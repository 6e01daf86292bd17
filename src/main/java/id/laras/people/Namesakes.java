package id.laras.people;

import id.laras.security.NamesBeside;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people of the same name apart where no NIP stands beside everybody; titles, capitals and blanks are no part of a name.
 * Plain SQL, because the engine asks within its own commands and nothing must be flushed there.
 */
@Component
public class Namesakes implements NamesBeside {

    private static final String OTHERS =
            "select m.nip, m.account, m.position, coalesce(u.name, m.position), o.unit_code,"
                    + " m.unit_code, o.position, v.name from employee m join employee o on o.bare_name = m.bare_name and o.nip <> m.nip"
                    + " left join unit u on u.code = m.unit_code left join unit v on v.code = o.unit_code where ";

    private final JdbcClient database;

    Namesakes(JdbcClient database) {
        this.database = database;
    }

    /**
     * What has to stand beside the name: the unit; within one unit, or units of one name, the position; and the NIP only where
     * that is the same too.
     *
     * @return empty where nobody else has the name
     */
    public Optional<String> beside(String nip) {
        var others = database.sql(OTHERS + "m.nip = ?")
                .param(nip)
                .query(Namesakes::other)
                .list();
        return others.isEmpty() ? Optional.empty() : Optional.of(beside(others));
    }

    /** One query for all of them. */
    @Override
    public Map<String, String> beside(Collection<String> accounts) {
        var asked = accounts.stream().filter(Objects::nonNull).distinct().toList();
        Map<String, String> beside = new HashMap<>();
        if (!asked.isEmpty()) {
            database
                    .sql(OTHERS + "m.account in (:accounts)")
                    .param("accounts", asked)
                    .query(Namesakes::other)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(Other::account))
                    .forEach((account, others) -> beside.put(account, beside(others)));
        }
        return beside;
    }

    private static Other other(ResultSet row, int number) throws SQLException {
        return new Other(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Objects.equals(row.getString(5), row.getString(6))
                        || row.getString(4).equalsIgnoreCase(row.getString(8)),
                Objects.equals(row.getString(3), row.getString(7)));
    }

    private static String beside(List<Other> others) {
        var own = others.get(0);
        var near = others.stream().filter(Other::sameUnit).toList();
        return near.isEmpty()
                ? own.unitName()
                : near.stream().noneMatch(Other::samePosition) ? own.position() : own.nip();
    }

    /**
     * Somebody of the same name, beside what is known of the person themselves.
     *
     * @param sameUnit also when it only has the same name: every agency has its "Sekretariat"
     */
    private record Other(
            String nip, String account, String position, String unitName, boolean sameUnit, boolean samePosition) {}
}
