package id.laras.books.web;

import id.laras.books.BookRefused;
import id.laras.books.BookSentences;
import id.laras.books.BookUploads;
import id.laras.books.BookUploads.Became;
import id.laras.books.Origin;
import id.laras.books.SentFiles;
import id.laras.rules.Asks;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.words.Notices;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR uploads models, tables and forms, and decides as the second person on what others have uploaded. */
@Controller
class UploadPageController {

    private static final String LIST = "redirect:/design";

    private final BookUploads uploads;
    private final BookSentences faults;
    private final CurrentActor actor;

    UploadPageController(BookUploads uploads, BookSentences faults, CurrentActor actor) {
        this.uploads = uploads;
        this.faults = faults;
        this.actor = actor;
    }

    @GetMapping("/design/upload")
    ModelAndView show() {
        return page(null, List.of(), HttpStatus.OK);
    }

    private static ModelAndView page(String reason, List<Refusal.Problem> problems, HttpStatus status) {
        return new ModelAndView("books/upload", status)
                .addObject("reason", reason)
                .addObject("largest", SentFiles.LARGEST_BOOK >> 20)
                .addObject(Notices.PROBLEMS, problems);
    }

    /** A refused upload shows every fault at once, and the reason that was written stays. */
    @PostMapping(value = "/design/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView upload(
            MultipartHttpServletRequest request, @RequestParam(required = false) String reason, RedirectAttributes next)
            throws IOException {
        var sent = new SentFiles();
        for (var file : request.getFiles("files")) {
            if (!file.isEmpty()) {
                sent.add(file.getOriginalFilename(), file.getBytes());
            }
        }
        try {
            var upload = uploads.upload(sent, reason, Origin.PAGE, actor.get());
            Notices.done(next, "books.upload." + upload.became(), upload.book());
            return new ModelAndView(upload.became() == Became.NOTHING ? "redirect:/design/upload" : LIST);
        } catch (BookRefused refused) {
            return page(reason, List.of(), HttpStatus.UNPROCESSABLE_ENTITY).addObject("faults", faults.of(refused));
        } catch (Refusal refusal) {
            return page(reason, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** @param hash of the book that the second person saw */
    @Asks("books.waiting.approve.ask")
    @PostMapping("/design/waiting/{id}/approve")
    String approve(@PathVariable String id, @RequestParam(required = false) String hash, RedirectAttributes next) {
        try {
            var upload = uploads.approve(id, hash, actor.get());
            Notices.done(next, "books.upload." + upload.became(), upload.book());
        } catch (Refusal refusal) {
            Notices.refused(next, refusal);
        }
        return LIST;
    }

    @Asks("books.waiting.decline.ask")
    @PostMapping("/design/waiting/{id}/decline")
    String decline(@PathVariable String id, @RequestParam(required = false) String reason, RedirectAttributes next) {
        try {
            uploads.decline(id, reason, actor.get());
            Notices.done(next, "books.waiting.declined");
        } catch (Refusal refusal) {
            Notices.refused(next, refusal);
            next.addFlashAttribute("typedOf", id).addFlashAttribute("typed", reason);
        }
        return LIST;
    }
}
