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
import id.laras.rules.Refusal.Problem;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;

/**
 * Answers the engine's own {@code POST /deployment/create} in its stead: what a modelling tool sends becomes a whole new book.
 * It takes the name that the tool gives the deployment for the reason, and no other field: which files are new is seen from
 * the files, and a book is deployed as a whole.
 */
class DeploymentServlet extends HttpServlet {

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
        var told = new Teller(request, response);
        try {
            // before anything is unpacked
            BookUploads.mustBeHr(actor.get());
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
            answer(told, uploads.upload(sent, name, Origin.REST, actor.get()));
        } catch (BookRefused refused) {
            told.refuse(refused);
        } catch (Refusal refusal) {
            told.refuse(HttpStatus.UNPROCESSABLE_ENTITY, refusal.problems());
        } catch (AccessDeniedException denied) {
            told.refuse(HttpStatus.FORBIDDEN, "books.upload.notHr");
        } catch (ConcurrencyFailureException | DataIntegrityViolationException race) {
            told.refuse(HttpStatus.CONFLICT, "books.upload.sameMoment");
        } catch (ServletException | IllegalStateException unreadable) {
            told.refuse(HttpStatus.BAD_REQUEST, "books.upload.unreadable");
        }
    }

    /**
     * What waits is told as a refusal: a modelling tool shows no words of a success, and its user would believe that the book
     * holds.
     */
    private static void answer(Teller told, Upload upload) throws IOException {
        if (upload.became() == BookUploads.Became.WAITING) {
            told.refuse(HttpStatus.CONFLICT, "books.waiting.rest");
        } else {
            told.write(HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, deployment(upload));
        }
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

    /** Answers in the language of whoever asks: a modelling tool has no cookie of ours that would say which, but asks like a browser. */
    private final class Teller {

        private final HttpServletResponse response;
        private final Locale language;

        Teller(HttpServletRequest request, HttpServletResponse response) {
            this.response = response;
            var asksFor = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? null : request.getLocale();
            var english = asksFor != null && asksFor.getLanguage().equals(Locale.ENGLISH.getLanguage());
            this.language = english ? Locale.ENGLISH : sentences.language();
        }

        void refuse(HttpStatus status, String key) throws IOException {
            refuse(status, List.of(new Problem(key)));
        }

        void refuse(HttpStatus status, List<Problem> problems) throws IOException {
            var lines = problems.stream().map(problem -> sentences.of(problem, language));
            refuse(status, lines.collect(Collectors.joining(" ")), Map.of());
        }

        void refuse(BookRefused refused) throws IOException {
            var said = faults.of(refused, language);
            var lines = said.stream().map(Said::line).collect(Collectors.joining("\n"));
            refuse(HttpStatus.UNPROCESSABLE_ENTITY, lines, Map.of("faults", said));
        }

        /** As RFC 9457 has it, and with the one member that a modelling tool shows. */
        private void refuse(HttpStatus status, String detail, Map<String, Object> more) throws IOException {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("type", "about:blank");
            problem.put("title", sentences.of(new Problem("books.upload.refused"), language));
            problem.put("status", status.value());
            problem.put("detail", detail);
            problem.put("message", detail);
            problem.putAll(more);
            write(status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
        }

        void write(HttpStatus status, String type, Object body) throws IOException {
            response.setStatus(status.value());
            response.setContentType(type);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(response.getOutputStream(), body);
        }
    }
}
