package id.laras.people;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people of the same name apart where no NIP stands beside everybody. Plain SQL, because the engine asks within its own
 * commands and nothing must be flushed there.
 */
@Component
public class Namesakes {

    private final JdbcClient database;

    Namesakes(JdbcClient database) {
        this.database = database;
    }

    /**
     * What has to stand beside the name: the unit; within one unit the position; and the NIP only where that is the same too.
     *
     * @return empty where nobody else has the name
     */
    public Optional<String> beside(String name, String nip, String unitName) {
        var others = database.sql("""
                        select case when o.unit_code = m.unit_code then 1 else 0 end,
                               case when o.position = m.position then 1 else 0 end, m.position
                        from employee o join employee m on m.nip = ?
                        where o.name = ? and o.nip <> m.nip
                        """)
                .params(nip, name)
                .query((row, number) -> new Other(row.getInt(1) == 1, row.getInt(2) == 1, row.getString(3)))
                .list();
        return others.stream().findFirst().map(any -> {
            var near = others.stream().filter(Other::sameUnit).toList();
            return near.isEmpty() ? unitName : near.stream().noneMatch(Other::samePosition) ? any.ownPosition() : nip;
        });
    }

    private record Other(boolean sameUnit, boolean samePosition, String ownPosition) {}
}
