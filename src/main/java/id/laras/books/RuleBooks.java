package id.laras.books;

import id.laras.books.Deployments.Deployment;
import id.laras.rules.AgencyDays;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives each deployment of models, tables and forms its number, and tells of all of them. */
@Service
@Transactional
public class RuleBooks {

    private final Books books;
    private final Deployments deployments;
    private final BookComparison comparison;
    private final Deeds deeds;
    private final Clock clock;

    RuleBooks(Books books, Deployments deployments, BookComparison comparison, Deeds deeds, Clock clock) {
        this.books = books;
        this.deployments = deployments;
        this.comparison = comparison;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * One rule book, and what runs on it.
     *
     * @param author      account; null when a release brought the book
     * @param approver    the second person; null where nobody had to approve
     * @param reason      null when nobody gave one
     * @param evaluations that run on it now
     */
    public record RuleBookView(
            int number,
            String hash,
            Origin origin,
            String author,
            String approver,
            String reason,
            Instant madeAt,
            LocalDate holdsFrom,
            int models,
            int decisionTables,
            int forms,
            long evaluations) {}

    /** What the trail keeps of a new book. */
    record Made(int ruleBook, Origin origin, String hash) {}

    /** Makes a book of every deployment that is none yet, in the order of their time. */
    public void recordNew() {
        // first: what is deployed meanwhile has its book when the known ones are read
        var all = deployments.ofRuleBooks();
        var known = books.deployments();
        all.stream().filter(deployment -> !known.contains(deployment.id())).forEach(this::record);
    }

    private void record(Deployment deployment) {
        var files = new BookFiles(new TreeMap<>(deployments.files(deployment.id())));
        add(books.lastNumber() + 1, deployment, files, UnaryOperator.identity());
    }

    /**
     * @param number of the new book; what follows a book that is not the newest any more has a number that is taken
     * @param with   says who made it, where somebody did
     */
    Book add(int number, Deployment deployment, BookFiles files, UnaryOperator<Book> with) {
        var day = AgencyDays.of(deployment.madeAt(), clock);
        var book = books.saveAndFlush(with.apply(Book.shipped(number, deployment, files, day)));
        deeds.record(
                book.author(), TrailEvent.RULE_BOOK_MADE, null, new Made(book.number(), book.origin(), book.hash()));
        return book;
    }

    @Transactional(readOnly = true)
    public Page<RuleBookView> newestFirst(Pageable page) {
        var found = books.findAllByOrderByNumberDesc(page);
        var running = deployments.evaluations(found.map(Book::deploymentId).getContent());
        return found.map(book -> view(book, running.getOrDefault(book.deploymentId(), 0L)));
    }

    /** One sentence per difference between two books; empty when one of them is not there. */
    @Transactional(readOnly = true)
    public Optional<List<Problem>> differences(int former, int later) {
        return books.findByNumber(former)
                .flatMap(one -> books.findByNumber(later)
                        .map(other -> comparison.between(
                                deployments.files(one.deploymentId()), deployments.files(other.deploymentId()))));
    }

    private static RuleBookView view(Book book, long evaluations) {
        return new RuleBookView(
                book.number(),
                book.hash(),
                book.origin(),
                book.author(),
                book.approver(),
                book.reason(),
                book.madeAt(),
                book.holdsFrom(),
                book.models(),
                book.decisionTables(),
                book.forms(),
                evaluations);
    }
}
