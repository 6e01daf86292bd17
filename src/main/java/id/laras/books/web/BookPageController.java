package id.laras.books.web;

import id.laras.books.BookUploads;
import id.laras.books.Origin;
import id.laras.books.RuleBooks;
import id.laras.books.RuleBooks.RuleBookView;
import id.laras.rules.ListQuery;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HR, auditors and administrators see by which models, tables and forms evaluations run. */
@Controller
class BookPageController {

    private static final String PATH = "/design";

    /** Of a hash: enough to tell books apart, and to compare them by eye. */
    private static final int SHOWN = 12;

    private final RuleBooks books;
    private final BookUploads uploads;
    private final CurrentActor actor;

    BookPageController(RuleBooks books, BookUploads uploads, CurrentActor actor) {
        this.books = books;
        this.uploads = uploads;
        this.actor = actor;
    }

    /**
     * @param author account, null when a release brought the book
     * @param approver the second person, null where nobody had to approve
     * @param reason null when nobody gave one
     * @param hash   its beginning
     */
    record Row(
            int number,
            LocalDate holdsFrom,
            Origin origin,
            String author,
            String approver,
            String reason,
            int models,
            int decisionTables,
            int forms,
            long evaluations,
            String hash) {}

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> asked, Model model) {
        model.addAttribute(
                "books", ListQuery.of(PATH, asked).find(books::newestFirst).map(BookPageController::row));
        var who = actor.get();
        model.addAttribute("mayUpload", who.is(Role.HR));
        model.addAttribute("waiting", who.is(Role.HR) ? uploads.waiting(who) : List.of());
        return "books/list";
    }

    private static Row row(RuleBookView book) {
        return new Row(
                book.number(),
                book.holdsFrom(),
                book.origin(),
                book.author(),
                book.approver(),
                book.reason(),
                book.models(),
                book.decisionTables(),
                book.forms(),
                book.evaluations(),
                book.hash().substring(0, SHOWN));
    }
}
