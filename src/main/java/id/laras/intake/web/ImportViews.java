package id.laras.intake.web;

import id.laras.intake.ImportChange;
import id.laras.intake.ImportFiles;
import id.laras.intake.ImportLimits;
import id.laras.intake.ImportState;
import id.laras.intake.ImportTable;
import id.laras.intake.SourceFile;
import id.laras.rules.Csv;
import id.laras.rules.Refusal;
import id.laras.words.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What page and API have in common: files in, sentences and the errors' CSV out. */
@Component
class ImportViews {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Sentences sentences;
    private final ImportLimits limits;

    ImportViews(Sentences sentences, ImportLimits limits) {
        this.sentences = sentences;
        this.limits = limits;
    }

    Refusal.Problem tooLarge() {
        return new Refusal.Problem("people.file.tooLarge", limits.fileSize().toMegabytes());
    }

    /**
     * One file for each table, the fields are named after them; an empty field is no file.
     *
     * @throws Refusal when one is over the limit, before a byte of it is read into memory
     */
    ImportFiles files(Map<String, MultipartFile> fields) {
        Map<ImportTable, SourceFile> files = new EnumMap<>(ImportTable.class);
        for (var table : ImportTable.values()) {
            var field = fields.get(table.id());
            if (field != null
                    && !(field.isEmpty()
                            && Objects.toString(field.getOriginalFilename(), "").isEmpty())) {
                files.put(table, source(field));
            }
        }
        return new ImportFiles(files);
    }

    private SourceFile source(MultipartFile field) {
        if (field.getSize() > limits.fileSize().toBytes()) {
            throw new Refusal(List.of(tooLarge()));
        }
        try {
            return new SourceFile(field.getOriginalFilename(), field.getBytes());
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    /** Everything that differs of one table, in the groups of the preview. */
    static List<Group> groups(ImportState state) {
        List<Group> groups = new ArrayList<>();
        for (var table : ImportTable.values()) {
            var counts = state.counts().get(table);
            if (counts != null) {
                for (var kind : ImportChange.Kind.values()) {
                    var count =
                            switch (kind) {
                                case ADDED -> counts.added();
                                case CHANGED -> counts.changed();
                                case ENDED -> counts.ended();
                            };
                    if (count > 0) {
                        groups.add(new Group(table, kind, count, state.shown(table, kind)));
                    }
                }
            }
        }
        return groups;
    }

    /** @param count all lines of the group; {@code lines} are the first of them */
    record Group(ImportTable table, ImportChange.Kind kind, int count, List<ImportChange> lines) {}

    /** All errors and notices that are kept; with semicolons and a mark, as the templates, and without cells that run. */
    ResponseEntity<byte[]> csv(ImportState state, Locale locale) {
        var text = new StringBuilder("\uFEFF");
        try (var csv = CSVFormat.DEFAULT.builder().setDelimiter(';').get().print(text)) {
            csv.printRecord(
                    said("people.errors.file", locale),
                    said("people.errors.row", locale),
                    said("people.errors.column", locale),
                    said("people.errors.reason", locale));
            for (var error : state.errors()) {
                print(csv, error.file(), error.row(), error.place(), sentences.of(error.reason(), locale));
            }
            for (var notice : state.notices()) {
                print(csv, notice.file(), notice.row(), notice.place(), sentences.of(notice.reason(), locale));
            }
            var left = state.errorCount()
                    + state.noticeCount()
                    - state.errors().size()
                    - state.notices().size();
            if (left > 0) {
                csv.printRecord("", "", "", said("people.errors.more", locale, left));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return download("kesalahan-impor.csv", CSV, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void print(CSVPrinter csv, String file, int row, String column, String reason) throws IOException {
        csv.printRecord(
                Csv.harmless(file), row == 0 ? "" : String.valueOf(row), Csv.harmless(column), Csv.harmless(reason));
    }

    private String said(String key, Locale locale, Object... args) {
        return sentences.of(new Refusal.Problem(key, args), locale);
    }

    static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
