package id.laras.security.web;

import id.laras.rules.Asks;
import id.laras.rules.Csv;
import id.laras.rules.ListQuery;
import id.laras.rules.PlainText;
import id.laras.rules.Refusal;
import id.laras.security.Account;
import id.laras.security.AccountService;
import id.laras.security.CurrentActor;
import id.laras.security.Directories;
import id.laras.security.Exports;
import id.laras.security.FourEyes;
import id.laras.security.FourEyes.Outcome;
import id.laras.security.OneTimeCodes.Made;
import id.laras.security.OpenChanges;
import id.laras.security.Role;
import id.laras.words.Notices;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator lets people in and gives roles; who works where comes from HR's import. */
@Controller
@RequestMapping(AccountPageController.PATH)
class AccountPageController {

    static final String PATH = "/admin/accounts";

    /** A row is as high as its forms. */
    private static final int ROWS = 25;

    private static final List<Role> GRANTED =
            List.of(Role.HR, Role.UNIT_HR, Role.PERFORMANCE_TEAM, Role.AUDITOR, Role.ADMIN);

    private final AccountService accounts;
    private final FourEyes fourEyes;
    private final OpenChanges changes;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final Directories directories;
    private final Exports exports;

    AccountPageController(
            AccountService accounts,
            FourEyes fourEyes,
            OpenChanges changes,
            CurrentActor actor,
            MessageSource messages,
            Directories directories,
            Exports exports) {
        this.exports = exports;
        this.directories = directories;
        this.accounts = accounts;
        this.fourEyes = fourEyes;
        this.changes = changes;
        this.actor = actor;
        this.messages = messages;
    }

    /**
     * @param units     codes as they are typed, with a space between
     * @param directory that last let the person in, or null
     * @param powers    what the person who changes them has seen
     * @param again     whether what was refused is typed here
     */
    record Row(
            String name,
            String displayName,
            Set<Role> roles,
            String units,
            boolean canLogIn,
            boolean closed,
            String directory,
            String powers,
            boolean again) {}

    /** What was refused, so that nobody types it again. */
    record Tried(String name, Set<Role> roles, String units) {}

    /** A new account that was refused. */
    record Adding(String name, String displayName) {}

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        var list = list(asked);
        model.addAttribute("search", list.filter("search"));
        model.addAttribute("role", list.filter("role", Role.class));
        model.addAttribute("state", list.filter("state", State.class));
        model.addAttribute("states", State.values());
        model.addAttribute("roles", GRANTED);
        var tried = (Tried) model.getAttribute("tried");
        model.addAttribute("accounts", list.find(found(list)).map(found -> row(found, tried)));
        model.addAttribute("changes", changes.seenBy(actor.get()));
        model.addAttribute("self", actor.get().account());
        model.addAttribute("directories", directories.any());
        model.addAttribute("directoryRoles", directories.giveRoles());
        return "security/accounts";
    }

    @GetMapping(params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> file(@RequestParam Map<String, String> asked, Locale language) {
        var list = list(asked);
        return exports.answer(
                list,
                "akun",
                null,
                list.<AccountService.Found>all(found(list)),
                new Csv<AccountService.Found>()
                        .column(
                                said("security.accounts.account", language),
                                found -> found.account().name())
                        .column(
                                said("security.accounts.displayName", language),
                                found -> found.account().displayName())
                        .column(
                                said("security.accounts.roles", language),
                                found -> found.account().roles().stream()
                                        .sorted()
                                        .map(role -> said("security.role." + role, language))
                                        .collect(Collectors.joining(", ")))
                        .column(said("security.accounts.units", language), found -> String.join(" ", found.units()))
                        .column(
                                said("security.accounts.state", language),
                                found -> said("security.accounts.state." + State.of(found.account()), language)));
    }

    /** Whether an account opens anything. */
    enum State {
        OPEN,
        CLOSED;

        static State of(Account account) {
            return account.closed() ? CLOSED : OPEN;
        }
    }

    private static ListQuery list(Map<String, String> asked) {
        return ListQuery.of(PATH, asked)
                .column("name", "name")
                .column("displayName", "displayName")
                .ties("name")
                .rows(ROWS)
                .withFile();
    }

    private Function<Pageable, Page<AccountService.Found>> found(ListQuery list) {
        var state = list.filter("state", State.class);
        return at -> accounts.search(
                list.filter("search"),
                list.filter("role", Role.class),
                state == null ? null : state == State.CLOSED,
                at);
    }

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static Row row(AccountService.Found found, Tried tried) {
        var account = found.account();
        var again = tried != null && tried.name().equals(account.name());
        var roles = again ? tried.roles() : account.roles();
        var units = again ? tried.units() : String.join(" ", found.units());
        return new Row(
                account.name(),
                account.displayName(),
                roles,
                units,
                account.canLogIn(),
                account.closed(),
                account.directory(),
                found.powers(),
                again);
    }

    @PostMapping
    String add(@RequestParam String name, @RequestParam String displayName, RedirectAttributes next) {
        next.addFlashAttribute("adding", new Adding(name, displayName));
        var page = done(name, next, "security.accounts.added", () -> {
            accounts.add(name, displayName, actor.get());
            return Outcome.DONE;
        });
        // the list on which it was added need not show it, and roles are given next
        return next.getFlashAttributes().containsKey(Notices.DONE) ? page + "?search=" + name : page;
    }

    /** Shows the code in this answer and never again; when it has to wait, the page of accounts says so. */
    @PostMapping("/{name}/code")
    String code(@PathVariable String name, Model model, RedirectAttributes next) {
        var code = new AtomicReference<Made>();
        var page = done(name, next, "security.accounts.codeMade", () -> {
            var answer = fourEyes.makeCode(name, actor.get());
            answer.code().ifPresent(code::set);
            return answer.outcome();
        });
        if (code.get() == null) {
            return page;
        }
        model.addAttribute("made", code.get());
        return "security/code-made";
    }

    @PostMapping("/{name}/roles")
    String roles(
            @PathVariable String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String units,
            @RequestParam(required = false) String seen,
            RedirectAttributes next) {
        next.addFlashAttribute("tried", new Tried(name, roles, units));
        return done(
                name,
                next,
                "security.accounts.rolesSet",
                () -> fourEyes.setRoles(name, roles, codes(units), seen, actor.get())
                        .outcome());
    }

    @Asks("security.accounts.close.ask")
    @PostMapping("/{name}/close")
    String close(@PathVariable String name, RedirectAttributes next) {
        return done(
                name,
                next,
                "security.accounts.closed",
                () -> fourEyes.close(name, actor.get()).outcome());
    }

    @Asks("security.accounts.sessions.ask")
    @PostMapping("/{name}/sessions")
    String sessions(@PathVariable String name, RedirectAttributes next) {
        return done(name, next, "security.accounts.sessionsEnded", () -> {
            accounts.endSessions(name, actor.get());
            return Outcome.DONE;
        });
    }

    @PostMapping("/{name}/open")
    String open(@PathVariable String name, RedirectAttributes next) {
        return done(
                name,
                next,
                "security.accounts.opened",
                () -> fourEyes.open(name, actor.get()).outcome());
    }

    @Asks("security.accounts.hand.ask")
    @PostMapping("/{name}/directory")
    String directory(@PathVariable String name, RedirectAttributes next) {
        return done(
                name,
                next,
                "security.accounts.handed",
                () -> fourEyes.handToDirectory(name, actor.get()).outcome());
    }

    private static Set<String> codes(String units) {
        return Arrays.stream(PlainText.of(units).split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String done(String name, RedirectAttributes next, String said, Supplier<Outcome> deed) {
        try {
            var outcome = deed.get();
            next.getFlashAttributes().keySet().removeAll(Set.of("tried", "adding"));
            Notices.done(next, outcome == Outcome.WAITING ? "security.accounts.waiting" : said, name);
            if (outcome == Outcome.STANDING) {
                Notices.done(next, "security.accounts.standing");
            }
        } catch (Refusal refusal) {
            Notices.refused(next, refusal);
        }
        return "redirect:/admin/accounts";
    }
}
