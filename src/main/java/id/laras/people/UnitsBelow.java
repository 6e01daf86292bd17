package id.laras.people;

import id.laras.security.UnitTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plain SQL, because the engine asks within its own commands and nothing must be flushed there. */
@Component
class UnitsBelow implements UnitTree {

    private final JdbcClient database;

    UnitsBelow(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> withBelow(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        Map<String, List<String>> below = new HashMap<>();
        Set<String> known = new HashSet<>();
        database.sql("select code, parent_code from unit").query(row -> {
            known.add(row.getString(1));
            below.computeIfAbsent(row.getString(2), parent -> new ArrayList<>()).add(row.getString(1));
        });
        Set<String> found = new HashSet<>();
        var open = new ArrayDeque<>(codes);
        while (!open.isEmpty()) {
            var code = open.pop();
            if (known.contains(code) && found.add(code)) {
                open.addAll(below.getOrDefault(code, List.of()));
            }
        }
        return found;
    }
}
