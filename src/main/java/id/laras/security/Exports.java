package id.laras.security;

import id.laras.rules.Csv;
import id.laras.rules.ListQuery;
import id.laras.rules.Rows;
import id.laras.steps.TrailEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out lists as files, and notes who took which: a file goes where no reading is noted any more (ADR 44, 102). */
@Component
public class Exports {

    private final Deeds deeds;
    private final CurrentActor actor;
    private final Clock clock;

    Exports(Deeds deeds, CurrentActor actor, Clock clock) {
        this.deeds = deeds;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the trail keeps of a file. */
    record ListExported(String path, String query, int rows) {}

    /**
     * Noted before it is answered; written row by row while it is sent.
     *
     * @param name  of the file, without day and ending
     * @param about id of the one evaluation or meeting that the list tells of, or null
     * @param rows  nothing when they are too many: then the page says so
     */
    @Transactional
    public <T> ResponseEntity<InputStreamResource> answer(
            ListQuery query, String name, String about, Optional<Rows<T>> rows, Csv<T> file) {
        if (rows.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(query.tooLong()))
                    .build();
        }
        deeds.record(
                actor.get().account(),
                TrailEvent.LIST_EXPORTED,
                about,
                new ListExported(query.path(), query.question(), rows.get().count()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "-" + LocalDate.now(clock) + ".csv")
                                .build()
                                .toString())
                .body(new InputStreamResource(file.stream(rows.get().each())));
    }
}
