package id.laras.intake.web;

import id.laras.intake.ImportChange;
import id.laras.intake.ImportReport.Counts;
import id.laras.intake.ImportState;
import id.laras.intake.PeopleImports;
import id.laras.rules.Refusal.Problem;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import id.laras.words.Sentences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * The import for machines: {@code POST} the files (fields units, positions, employees, acting), read the preview, then
 * {@code POST …/apply}. What has not ended after a while is answered with 202 and asked for again with {@code GET}.
 */
@RestController
@RequestMapping("/api/hr/imports")
class ImportApiController {

    /** Seconds that a call waits for an end. */
    private static final int PATIENCE = 25;

    private final PeopleImports imports;
    private final ImportViews views;
    private final CurrentActor actor;
    private final Sentences sentences;

    ImportApiController(PeopleImports imports, ImportViews views, CurrentActor actor, Sentences sentences) {
        this.imports = imports;
        this.views = views;
        this.actor = actor;
        this.sentences = sentences;
    }

    /** 201 with the preview; 422 with the errors; 202 while the files are still being read. */
    @Operation(
            operationId = "previewImport",
            summary = "Reads CSV or XLSX files and says what applying them would change; changes nothing")
    @ApiResponse(
            responseCode = "201",
            description = "What applying would do",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The files are still being read; ask for the state",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> preview(MultipartHttpServletRequest upload, Locale locale) {
        mustBeHr();
        var id = imports.preview(views.files(upload.getFileMap()), actor.get());
        return answer(waited(id), HttpStatus.CREATED, locale);
    }

    @Operation(operationId = "importState", summary = "How far an import has come, and what it would do")
    @GetMapping("/{id}")
    ImportView state(@PathVariable String id, Locale locale) {
        return view(find(id), locale);
    }

    /** 200 when it is applied; 422 when it cannot be; 202 while it is being applied. */
    @Operation(operationId = "applyImport", summary = "Applies what was previewed, all or nothing")
    @ApiResponse(
            responseCode = "200",
            description = "Applied",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is still being applied; ask for the state",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @PostMapping("/{id}/apply")
    ResponseEntity<Object> apply(
            @PathVariable String id,
            @Parameter(
                            description =
                                    "That everything the preview asks about is meant so; needed when toConfirm is not 0")
                    @RequestParam(defaultValue = "false")
                    boolean confirmed,
            Locale locale) {
        find(id);
        imports.apply(id, confirmed, actor.get());
        return answer(waited(id), HttpStatus.OK, locale);
    }

    @Operation(operationId = "importErrors", summary = "Every error with file, row, column and reason")
    @ApiResponse(
            responseCode = "200",
            description = "Comma-separated, UTF-8",
            content = @Content(mediaType = "text/csv"))
    @GetMapping("/{id}/errors.csv")
    ResponseEntity<byte[]> errors(@PathVariable String id, Locale locale) {
        return views.csv(find(id), locale);
    }

    private ImportState waited(String id) {
        try {
            imports.running(id, actor.get())
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException | CancellationException later) {
            // the state says how it stands
        }
        return find(id);
    }

    private ResponseEntity<Object> answer(ImportState state, HttpStatus success, Locale locale) {
        var here = URI.create("/api/hr/imports/" + state.id());
        return switch (state.stage()) {
            case READING, APPLYING -> ResponseEntity.accepted().location(here).body(view(state, locale));
            case READY, APPLIED -> ResponseEntity.status(success).location(here).body(view(state, locale));
            case REFUSED, FAILED ->
                ResponseEntity.unprocessableEntity()
                        .location(here)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(state, here, locale));
        };
    }

    private ProblemDetail problem(ImportState state, URI here, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY,
                state.problem() == null
                        ? sentences.of(new Problem("people.import.refused", state.errorCount()), locale)
                        : sentences.of(state.problem(), locale));
        problem.setTitle(sentences.of(new Problem("engine.problem.refused"), locale));
        problem.setInstance(here);
        problem.setProperty("stage", state.stage());
        problem.setProperty("errorCount", state.errorCount());
        problem.setProperty("errors", errors(state, locale));
        return problem;
    }

    private List<ErrorView> errors(ImportState state, Locale locale) {
        return state.shownErrors().stream()
                .map(error -> new ErrorView(
                        error.file(),
                        error.row() == 0 ? null : error.row(),
                        error.column(),
                        error.reason().key(),
                        sentences.of(error.reason(), locale)))
                .toList();
    }

    private ImportView view(ImportState state, Locale locale) {
        Map<String, Counts> counts = new TreeMap<>();
        state.counts().forEach((table, count) -> counts.put(table.id(), count));
        return new ImportView(
                state.id(),
                state.stage(),
                state.percent(),
                state.fileNames(),
                state.expiresAt(),
                state.problem() == null ? null : sentences.of(state.problem(), locale),
                counts,
                ImportViews.groups(state).stream()
                        .flatMap(group -> group.lines().stream())
                        .map(ChangeView::of)
                        .toList(),
                state.waiting().stream()
                        .limit(ImportState.SHOWN)
                        .map(ChangeView::of)
                        .toList(),
                state.errorCount(),
                errors(state, locale),
                state.asked(),
                state.noticeCount(),
                state.shownNotices().stream()
                        .map(notice -> new NoticeView(
                                notice.file(),
                                notice.row() == 0 ? null : notice.row(),
                                notice.column(),
                                notice.reason().key(),
                                sentences.of(notice.reason(), locale),
                                notice.asked()))
                        .toList());
    }

    private ImportState find(String id) {
        mustBeHr();
        return imports.state(id, actor.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void mustBeHr() {
        if (!actor.get().is(Role.HR)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /**
     * @param counts  by table
     * @param changes the first 200 of each kind and table
     * @param waiting the first 200 rows that favour whoever imports: they wait for a second person
     * @param errors  the first 200
     * @param toConfirm notices that {@code apply} takes only with {@code confirmed}
     * @param notices the first 200, what must be confirmed first
     */
    record ImportView(
            String id,
            ImportState.Stage stage,
            int percent,
            List<String> files,
            Instant expiresAt,
            String problem,
            Map<String, Counts> counts,
            List<ChangeView> changes,
            List<ChangeView> waiting,
            int errorCount,
            List<ErrorView> errors,
            int toConfirm,
            int noticeCount,
            List<NoticeView> notices) {}

    /** @param fields old and new, by column */
    record ChangeView(
            String table, ImportChange.Kind kind, int row, String key, String title, List<ImportChange.Field> fields) {

        static ChangeView of(ImportChange change) {
            return new ChangeView(
                    change.table().id(), change.kind(), change.row(), change.key(), change.title(), change.fields());
        }
    }

    /** @param row null when the whole file is meant; @param code names the rule, whatever the language */
    record ErrorView(String file, Integer row, String column, String code, String reason) {}

    /** Something allowed that is worth knowing. @param asked whether it must be confirmed */
    record NoticeView(String file, Integer row, String column, String code, String reason, boolean asked) {}
}
