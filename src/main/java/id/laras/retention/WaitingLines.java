package id.laras.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.rules.Nip;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a person out of what waits of imports: the lines that name them, and no other. What is left waits on for its second
 * person, who is told where a line now lacks what it rests on.
 */
@Component
class WaitingLines {

    private final JdbcClient database;
    private final ObjectMapper json;

    WaitingLines(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Kept(String id, String content) {}

    void erase(String account, String nip) {
        database.sql("select id, content from waiting_import order by id for update")
                .query(Kept.class)
                .list()
                .forEach(kept -> erase(kept, account, nip));
    }

    private void erase(Kept kept, String account, String nip) {
        var tables = read(kept.content());
        var named = false;
        var left = 0;
        for (var lines : tables) {
            for (var line = lines.iterator(); line.hasNext(); ) {
                if (names(line.next(), account, nip)) {
                    line.remove();
                    named = true;
                }
            }
            left += lines.size();
        }
        if (named && left > 0) {
            database.sql("update waiting_import set content = ? where id = ?")
                    .params(tables.toString(), kept.id())
                    .update();
        } else if (named) {
            database.sql("delete from waiting_import where id = ?")
                    .param(kept.id())
                    .update();
        }
    }

    /** Where a line names people: a code of a unit or a position may be written as somebody's account is. */
    private static boolean names(JsonNode line, String account, String nip) {
        for (var cell : line.path("cells").properties()) {
            var column = cell.getKey();
            var person = column.equals("akun") ? account : Nip.isColumn(column) ? nip : null;
            if (person != null && person.equalsIgnoreCase(cell.getValue().asText())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Waiting lines cannot be read", unreadable);
        }
    }
}
