package id.laras.audit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.evidence.FileService;
import id.laras.security.CurrentActor;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One's own data with every file, as one archive: {@code data.json} and the folder {@code files}. For people, not machines. */
@Controller
class OwnArchiveController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final OwnDataController own;
    private final FileService files;
    private final CurrentActor actor;
    private final ObjectMapper json;

    OwnArchiveController(OwnDataController own, FileService files, CurrentActor actor, ObjectMapper json) {
        this.own = own;
        this.files = files;
        this.actor = actor;
        this.json = json;
    }

    /** One file at a time in memory. */
    @GetMapping("/account/data.zip")
    ResponseEntity<StreamingResponseBody> archive(Locale language) {
        var who = actor.get();
        var data = own.data(who, language);
        var ids = files.own(who);
        return OwnDataController.asFile(who, ".zip").contentType(ZIP).body(out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("data.json"));
                zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data));
                for (var id : ids) {
                    var file = files.ownContent(who, id);
                    if (file.isPresent()) {
                        zip.putNextEntry(
                                new ZipEntry("files/" + id + "-" + file.get().fileName()));
                        zip.write(file.get().content());
                    }
                }
            }
        });
    }
}
