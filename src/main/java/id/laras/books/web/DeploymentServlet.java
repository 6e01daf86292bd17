package id.laras.books.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.books.BookRefused;
import id.laras.books.BookSentences;
import id.laras.books.BookSentences.Said;
import id.laras.books.BookUploads;
import id.laras.books.BookUploads.Upload;
import id.laras.books.Deployments.Definition;
import id.laras.books.Origin;
import id.laras.books.SentFiles;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.words.Sentences;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;

/**
 * Answers the engine's own {@code POST /deployment/create} in its stead: what a modelling tool sends becomes a whole new book.
 * It takes the name that the tool gives the deployment for the reason, and no other field: which files are new is seen from
 * the files, and a book is deployed as a whole.
 */
class DeploymentServlet extends HttpServlet {

    static final String PATH = "/engine-rest/deployment/create";

    private static final long serialVersionUID = 1L;

    private static final String NAME = "deployment-name";

    private final transient BookUploads uploads;
    private final transient BookSentences faults;
    private final transient Sentences sentences;
    private final transient CurrentActor actor;
    private final transient ObjectMapper json;

    DeploymentServlet(
            BookUploads uploads, BookSentences faults, Sentences sentences, CurrentActor actor, ObjectMapper json) {
        this.uploads = uploads;
        this.faults = faults;
        this.sentences = sentences;
        this.actor = actor;
        this.json = json;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var sent = new SentFiles();
            String name = null;
            for (var part : request.getParts()) {
                var content = part.getInputStream().readAllBytes();
                if (part.getSubmittedFileName() != null) {
                    sent.add(part.getSubmittedFileName(), content);
                } else if (part.getName().equals(NAME)) {
                    name = new String(content, StandardCharsets.UTF_8);
                }
            }
            answer(response, uploads.upload(sent, name, Origin.REST, actor.get()));
        } catch (BookRefused refused) {
            refuse(response, faults.of(refused));
        } catch (Refusal refusal) {
            refuse(response, HttpStatus.UNPROCESSABLE_ENTITY, String.join(" ", sentences.of(refusal)), Map.of());
        } catch (AccessDeniedException denied) {
            refuse(response, HttpStatus.FORBIDDEN, sentences.of("books.upload.notHr"), Map.of());
        } catch (ConcurrencyFailureException | DataIntegrityViolationException race) {
            refuse(response, HttpStatus.CONFLICT, sentences.of("books.upload.sameMoment"), Map.of());
        } catch (ServletException | IllegalStateException unreadable) {
            refuse(response, HttpStatus.BAD_REQUEST, sentences.of("books.upload.unreadable"), Map.of());
        }
    }

    /**
     * What waits is told as a refusal: a modelling tool shows no words of a success, and its user would believe that the book
     * holds.
     */
    private void answer(HttpServletResponse response, Upload upload) throws IOException {
        if (upload.became() == BookUploads.Became.WAITING) {
            refuse(response, HttpStatus.CONFLICT, sentences.of("books.waiting.rest"), Map.of());
            return;
        }
        write(response, HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, deployment(upload));
    }

    /** The shape of the engine's own answer. */
    private static Map<String, Object> deployment(Upload upload) {
        var made = upload.made();
        var told = new LinkedHashMap<String, Object>();
        told.put("links", List.of());
        told.put("id", made.deployment().id());
        told.put("name", "Laras");
        told.put("source", "Laras");
        told.put("deploymentTime", made.deployment().madeAt());
        told.put("tenantId", null);
        told.put("ruleBook", upload.book());
        told.put("deployedProcessDefinitions", definitions(upload, false));
        told.put("deployedDecisionDefinitions", definitions(upload, true));
        told.put("deployedCaseDefinitions", null);
        told.put("deployedDecisionRequirementsDefinitions", null);
        return told;
    }

    /** By id; null when nothing was deployed, as the engine says it. */
    private static Map<String, Object> definitions(Upload upload, boolean tables) {
        var definitions = upload.made().definitions().stream()
                .filter(each -> each.table() == tables)
                .collect(Collectors.toMap(
                        Definition::id, each -> definition(each, upload), (one, other) -> one, LinkedHashMap::new));
        return definitions.isEmpty() ? null : new LinkedHashMap<>(definitions);
    }

    private static Map<String, Object> definition(Definition definition, Upload upload) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", definition.id());
        told.put("key", definition.key());
        told.put("name", definition.name());
        told.put("version", definition.version());
        told.put("resource", definition.file());
        told.put("deploymentId", upload.made().deployment().id());
        told.put("tenantId", null);
        return told;
    }

    private void refuse(HttpServletResponse response, List<Said> said) throws IOException {
        var lines = said.stream().map(Said::line).collect(Collectors.joining("\n"));
        refuse(response, HttpStatus.UNPROCESSABLE_ENTITY, lines, Map.of("faults", said));
    }

    /** As RFC 9457 has it, and with the one member that a modelling tool shows. */
    private void refuse(HttpServletResponse response, HttpStatus status, String detail, Map<String, Object> more)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", sentences.of("books.upload.refused"));
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("message", detail);
        problem.putAll(more);
        write(response, status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
    }

    private void write(HttpServletResponse response, HttpStatus status, String type, Object body) throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), body);
    }
}
