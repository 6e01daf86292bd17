package id.laras.books;

import id.laras.books.Deployments.Made;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import id.laras.security.SecondPerson;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * HR makes books: whatever files they send, the newest book with these files replaced or added is a new whole book, or, where
 * two have to agree, waits for the second (docs/adr/0130-hr-deploys-whole-books-through-a-gate.md).
 */
@Service
public class BookUploads {

    private static final int LONGEST_NAME = 200;

    private final Books books;
    private final RuleBooks ruleBooks;
    private final Proposals proposals;
    private final Deployments deployments;
    private final BookChecks checks;
    private final BookComparison comparison;
    private final SecondPerson second;
    private final Deeds deeds;
    private final Clock clock;
    private final Environment settings;
    private final TransactionTemplate transaction;

    BookUploads(
            Books books,
            RuleBooks ruleBooks,
            Proposals proposals,
            Deployments deployments,
            BookChecks checks,
            BookComparison comparison,
            SecondPerson second,
            Deeds deeds,
            Clock clock,
            Environment settings,
            PlatformTransactionManager transactions) {
        this.books = books;
        this.ruleBooks = ruleBooks;
        this.proposals = proposals;
        this.deployments = deployments;
        this.checks = checks;
        this.comparison = comparison;
        this.second = second;
        this.deeds = deeds;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of an upload. */
    public enum Became {
        BOOK,
        /** The newest book has these very files. */
        NOTHING,
        WAITING
    }

    /**
     * @param book number of the new book, or of the one that holds on
     * @param made what was deployed; without definitions when nothing was
     */
    public record Upload(Became became, int book, Made made) {}

    /** A proposal on the page. */
    public record Waiting(
            String id,
            int base,
            String hash,
            Origin origin,
            String author,
            String reason,
            Instant madeAt,
            boolean own) {}

    /** @param changes as {@link BookComparison#between} */
    public record Compared(int base, List<Problem> changes) {}

    record NotedProposal(Origin origin, String hash) {}

    /** @param askedBy who proposed it */
    record NotedDecision(String askedBy, String hash) {}

    record NotedRefusal(Origin origin, String hash, SortedSet<String> rules) {}

    /**
     * @param reason why; from a modelling tool the name that the deployment has there
     * @throws BookRefused with every fault at once; nothing is stored then but the refusal itself, in the trail
     */
    public Upload upload(SentFiles sent, String reason, Origin origin, Actor by) {
        mustBeHr(by);
        var why = origin == Origin.PAGE
                ? Reasons.required(reason, "books.upload.reasonMissing")
                : shortened(Reasons.clean(reason));
        return noted(origin, by, () -> sent, () -> transaction.execute(status -> make(sent, why, origin, by)));
    }

    private Upload make(SentFiles sent, String reason, Origin origin, Actor by) {
        var newest = newest();
        var former = files(newest);
        var files = former.with(sent.contents());
        var faults = new ArrayList<>(sent.faults());
        sent.contents().forEach((name, content) -> {
            if (SentFiles.isBuiltIn(name)
                    && !Arrays.equals(content, former.contents().get(name))) {
                faults.add(BookFault.ofFile("FORM_BUILT_IN", name));
            }
        });
        if (sent.contents().isEmpty() && faults.isEmpty()) {
            faults.add(BookFault.ofFile("EMPTY", null));
        }
        if (faults.isEmpty() && files.hash().equals(newest.hash())) {
            return new Upload(
                    Became.NOTHING,
                    newest.number(),
                    new Made(new Deployments.Deployment(newest.deploymentId(), newest.madeAt()), List.of()));
        }
        faults.addAll(checks.faults(files.contents()));
        if (faults.isEmpty()) {
            faults.addAll(checks.lost(former.contents(), files.contents()));
        }
        if (!faults.isEmpty()) {
            throw new BookRefused(faults);
        }
        if (needsSecond()) {
            return propose(newest, files, sent.contents(), reason, origin, by);
        }
        return deploy(newest, files, origin, by.account(), null, reason);
    }

    private Upload propose(
            Book newest, BookFiles files, Map<String, byte[]> sent, String reason, Origin origin, Actor by) {
        var waiting = proposals.findByStateOrderByMadeAt(Proposal.State.WAITING).stream()
                .anyMatch(other -> other.base() == newest.number()
                        && other.hash().equals(files.hash())
                        && other.author().equals(by.account()));
        if (!waiting) {
            deployments.tryOut(files.contents());
            proposals.save(
                    Proposal.of(newest.number(), files.hash(), sent, by.account(), origin, reason, clock.instant()));
            deeds.record(by.account(), TrailEvent.RULE_BOOK_PROPOSED, null, new NotedProposal(origin, files.hash()));
        }
        return new Upload(
                Became.WAITING,
                newest.number(),
                new Made(new Deployments.Deployment(newest.deploymentId(), newest.madeAt()), List.of()));
    }

    private Upload deploy(Book former, BookFiles files, Origin origin, String author, String approver, String reason) {
        var made = deployments.deploy(files.contents(), "Laras");
        var book = ruleBooks.add(
                former.number() + 1, made.deployment(), files, each -> each.madeBy(author, approver, origin, reason));
        return new Upload(Became.BOOK, book.number(), made);
    }

    /** Oldest first, for those who may decide. */
    public List<Waiting> waiting(Actor by) {
        return proposals.findByStateOrderByMadeAt(Proposal.State.WAITING).stream()
                .map(each -> new Waiting(
                        each.id(),
                        each.base(),
                        each.hash(),
                        each.origin(),
                        each.author(),
                        each.reason(),
                        each.madeAt(),
                        each.author().equals(by.account())))
                .toList();
    }

    /**
     * By somebody else than its author, who saw these very files.
     *
     * @throws Refusal when it may not become a book, or not by this person
     */
    public Upload approve(String id, String hash, Actor by) {
        mustBeHr(by);
        var asked = new TreeMap<String, Proposal>();
        return noted(
                Origin.PAGE,
                by,
                () -> sent(asked.get(id)),
                () -> transaction.execute(status -> {
                    var proposal = find(id);
                    asked.put(id, proposal);
                    if (proposal.author().equals(by.account()) || second.wasMadeHrBy(proposal.author(), by.account())) {
                        throw new Refusal("books.waiting.own");
                    }
                    var newest = newest();
                    var files = files(newest).with(proposal.files());
                    if (proposal.base() != newest.number() || !files.hash().equals(hash)) {
                        throw new Refusal("books.waiting.overtaken", newest.number());
                    }
                    var upload = deploy(
                            newest, files, proposal.origin(), proposal.author(), by.account(), proposal.reason());
                    proposal.decide(Proposal.State.APPROVED, by.account(), null, clock.instant());
                    proposals.save(proposal);
                    deeds.record(
                            by.account(),
                            TrailEvent.RULE_BOOK_APPROVED,
                            null,
                            new NotedDecision(proposal.author(), proposal.hash()));
                    return upload;
                }));
    }

    /** By anybody of HR; by its author it is withdrawn. */
    public void decline(String id, String reason, Actor by) {
        mustBeHr(by);
        var why = Reasons.required(reason, "books.waiting.reasonMissing");
        transaction.executeWithoutResult(status -> {
            var proposal = find(id);
            proposal.decide(Proposal.State.DECLINED, by.account(), why, clock.instant());
            proposals.save(proposal);
            deeds.record(
                    by.account(),
                    TrailEvent.RULE_BOOK_DECLINED,
                    null,
                    new NotedDecision(proposal.author(), proposal.hash()));
        });
    }

    /** What a proposal would change, and of which book. Empty when there is none of that id. */
    public Optional<Compared> compared(String id) {
        return transaction.execute(status -> proposals
                .findById(id)
                .filter(proposal -> proposal.state() == Proposal.State.WAITING)
                .map(proposal -> {
                    var base = files(books.findByNumber(proposal.base()).orElseThrow());
                    return new Compared(
                            proposal.base(),
                            comparison.between(
                                    base.contents(), base.with(proposal.files()).contents()));
                }));
    }

    private Proposal find(String id) {
        return proposals
                .findById(id)
                .filter(proposal -> proposal.state() == Proposal.State.WAITING)
                .orElseThrow(() -> new Refusal("books.waiting.decided"));
    }

    private static SentFiles sent(Proposal proposal) {
        var sent = new SentFiles();
        if (proposal != null) {
            proposal.files().forEach(sent::add);
        }
        return sent;
    }

    /** A refusal is told in a transaction of its own: that of the deed is undone. */
    private Upload noted(Origin origin, Actor by, Supplier<SentFiles> sent, Supplier<Upload> deed) {
        try {
            return deed.get();
        } catch (RuntimeException failure) {
            var refused = BookRefused.in(failure);
            if (refused == null) {
                throw failure;
            }
            transaction.executeWithoutResult(status -> deeds.record(
                    by.account(),
                    TrailEvent.RULE_BOOK_REFUSED,
                    null,
                    new NotedRefusal(
                            origin, files(newest()).with(sent.get().contents()).hash(), rules(refused))));
            throw refused;
        }
    }

    private static SortedSet<String> rules(BookRefused refused) {
        var rules = new TreeSet<String>();
        refused.faults().forEach(fault -> rules.add(fault.rule()));
        return rules;
    }

    private Book newest() {
        return books.findFirstByOrderByNumberDesc().orElseThrow(() -> new Refusal("books.none"));
    }

    private BookFiles files(Book book) {
        return new BookFiles(new TreeMap<>(deployments.files(book.deploymentId())));
    }

    /** Read anew each time: an agency that changes it restarts, and a test need not. */
    private boolean needsSecond() {
        return settings.getProperty("laras.design.four-eyes", Boolean.class, true);
    }

    /** @throws AccessDeniedException for everybody else */
    public static void mustBeHr(Actor by) {
        if (!by.is(Role.HR)) {
            throw new AccessDeniedException("Rule books are made by HR");
        }
    }

    private static String shortened(String name) {
        return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
