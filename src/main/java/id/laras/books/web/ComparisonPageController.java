package id.laras.books.web;

import id.laras.books.BookSentences;
import id.laras.books.BookUploads;
import id.laras.books.RuleBooks;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Any two books in words, or the newest and what waits for approval. */
@Controller
class ComparisonPageController {

    private static final String PATH = "/design/comparison";
    private static final String PAGE = "books/comparison";

    private final RuleBooks books;
    private final BookUploads uploads;
    private final BookSentences sentences;
    private final CurrentActor actor;

    ComparisonPageController(RuleBooks books, BookUploads uploads, BookSentences sentences, CurrentActor actor) {
        this.books = books;
        this.uploads = uploads;
        this.sentences = sentences;
        this.actor = actor;
    }

    @GetMapping(PATH)
    String books(
            @RequestParam(defaultValue = "1") int former, @RequestParam(defaultValue = "1") int later, Model model) {
        var changes = books.differences(former, later).orElseThrow(ComparisonPageController::unknown);
        model.addAttribute("former", former);
        model.addAttribute("later", later);
        model.addAttribute("changes", sentences.of(changes));
        return PAGE;
    }

    @GetMapping(path = PATH, params = "proposal")
    String proposal(@RequestParam String proposal, Model model) {
        if (!actor.get().is(Role.HR)) {
            throw unknown();
        }
        var compared = uploads.compared(proposal).orElseThrow(ComparisonPageController::unknown);
        model.addAttribute("former", compared.base());
        model.addAttribute("changes", sentences.of(compared.changes()));
        return PAGE;
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
