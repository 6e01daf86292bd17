package id.laras.security.web;

import id.laras.rules.Refusal;
import id.laras.security.Account;
import id.laras.security.AccountService;
import id.laras.security.CurrentActor;
import id.laras.security.Directories;
import id.laras.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator gives people a password and a role; who works where comes from HR's import. */
@Controller
@RequestMapping("/admin/accounts")
class AccountPageController {

    private static final List<Role> GRANTED = List.of(Role.HR, Role.AUDITOR, Role.ADMIN);

    private final AccountService accounts;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final Directories directories;

    AccountPageController(
            AccountService accounts, CurrentActor actor, MessageSource messages, Directories directories) {
        this.directories = directories;
        this.accounts = accounts;
        this.actor = actor;
        this.messages = messages;
    }

    /** @param directory that last let the person in, or null */
    record Row(String name, String displayName, Set<Role> roles, boolean canLogIn, boolean closed, String directory) {

        static Row of(Account account) {
            return new Row(
                    account.name(),
                    account.displayName(),
                    account.roles(),
                    account.canLogIn(),
                    account.closed(),
                    account.directory());
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String search, Model model) {
        model.addAttribute("search", search);
        model.addAttribute("roles", GRANTED);
        var found = accounts.search(search);
        model.addAttribute("accounts", found.stream().map(Row::of).toList());
        model.addAttribute("directories", directories.any());
        model.addAttribute("directoryRoles", directories.giveRoles());
        model.addAttribute("most", AccountService.MOST_FOUND);
        model.addAttribute("cut", found.size() == AccountService.MOST_FOUND);
        return "security/accounts";
    }

    @PostMapping
    String add(@RequestParam String name, @RequestParam String displayName, RedirectAttributes next, Locale language) {
        return done(name, next, language, "security.accounts.added", () -> accounts.add(name, displayName));
    }

    @PostMapping("/{name}/password")
    String password(
            @PathVariable String name, @RequestParam String password, RedirectAttributes next, Locale language) {
        return done(name, next, language, "security.accounts.passwordSet", () -> {
            accounts.choosePassword(name, password, actor.get());
        });
    }

    @PostMapping("/{name}/roles")
    String roles(
            @PathVariable String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            RedirectAttributes next,
            Locale language) {
        return done(name, next, language, "security.accounts.rolesSet", () -> {
            accounts.setRoles(name, roles, actor.get());
        });
    }

    @PostMapping("/{name}/close")
    String close(@PathVariable String name, RedirectAttributes next, Locale language) {
        return done(name, next, language, "security.accounts.closed", () -> accounts.close(name, actor.get()));
    }

    @PostMapping("/{name}/open")
    String open(@PathVariable String name, RedirectAttributes next, Locale language) {
        return done(name, next, language, "security.accounts.opened", () -> accounts.open(name, actor.get()));
    }

    @PostMapping("/{name}/directory")
    String directory(@PathVariable String name, RedirectAttributes next, Locale language) {
        return done(
                name, next, language, "security.accounts.handed", () -> accounts.handToDirectory(name, actor.get()));
    }

    private String done(String name, RedirectAttributes next, Locale language, String said, Runnable deed) {
        try {
            deed.run();
            next.addFlashAttribute("done", messages.getMessage(said, new Object[] {name}, language));
        } catch (Refusal refusal) {
            next.addFlashAttribute(
                    "problems",
                    refusal.problems().stream()
                            .map(problem -> messages.getMessage(problem.key(), problem.args(), language))
                            .toList());
        }
        next.addAttribute("search", name);
        return "redirect:/admin/accounts";
    }
}
