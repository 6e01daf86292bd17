package id.laras.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of imports that wait for a second person, as the files said them. Whatever is decided, they are gone then. */
@Component
class WaitingRows {

    private static final String ALL = "select id, asked_by, asked_at, file_names, content from waiting_import";

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Clock clock;

    WaitingRows(JdbcClient database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** @param askedBy account of who imported */
    record Kept(
            String id, String askedBy, Instant askedAt, List<String> fileNames, Map<ImportTable, List<TableRow>> rows) {

        Head head() {
            return new Head(id, askedBy, askedAt, fileNames);
        }
    }

    /**
     * In the transaction of the import.
     *
     * @return false when the same rows of the same person wait already, wherever in their files they stood: a file that is sent
     *     every night asks once
     */
    boolean keep(ImportPlan plan, String by) {
        var content = write(plan.waitingRows());
        var said = cells(plan.waitingRows());
        var waits = kept(database.sql(ALL + " where asked_by = ?").param(by)).stream()
                .anyMatch(kept -> cells(kept.rows()).equals(said));
        if (!waits) {
            database.sql(
                            "insert into waiting_import (id, asked_by, asked_at, file_names, content) values (?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID().toString(),
                            by,
                            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                            write(plan.fileNames()),
                            content)
                    .update();
        }
        return !waits;
    }

    /** Without its rows. */
    record Head(String id, String askedBy, Instant askedAt, List<String> fileNames) {}

    /** The oldest first. */
    Page<Head> page(Pageable page) {
        var heads = database.sql("select id, asked_by, asked_at, file_names from waiting_import"
                        + " order by asked_at, id limit ? offset ?")
                .params(page.getPageSize(), page.getOffset())
                .query((row, number) -> new Head(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        read(row.getString(4), new TypeReference<List<String>>() {})))
                .list();
        return PageableExecutionUtils.getPage(heads, page, this::count);
    }

    Optional<Kept> find(String id) {
        return kept(database.sql(ALL + " where id = ?").param(id)).stream().findFirst();
    }

    long count() {
        return database.sql("select count(*) from waiting_import")
                .query(Long.class)
                .single();
    }

    /** @throws Refusal when somebody else has decided meanwhile */
    void forget(String id) {
        if (database.sql("delete from waiting_import where id = ?").param(id).update() == 0) {
            throw new Refusal("people.waiting.unknown");
        }
    }

    private static Map<ImportTable, List<Map<String, String>>> cells(Map<ImportTable, List<TableRow>> rows) {
        Map<ImportTable, List<Map<String, String>>> cells = new EnumMap<>(ImportTable.class);
        rows.forEach((table, lines) ->
                cells.put(table, lines.stream().map(TableRow::cells).toList()));
        return cells;
    }

    private List<Kept> kept(JdbcClient.StatementSpec asked) {
        return asked.query((row, number) -> kept(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private Kept kept(String id, String askedBy, LocalDateTime askedAt, String fileNames, String content) {
        return new Kept(
                id,
                askedBy,
                askedAt.toInstant(ZoneOffset.UTC),
                read(fileNames, new TypeReference<>() {}),
                read(content, new TypeReference<>() {}));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Waiting rows cannot be read", unreadable);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Waiting rows cannot be kept", unwritable);
        }
    }
}
