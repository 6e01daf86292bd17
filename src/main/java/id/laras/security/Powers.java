package id.laras.security;

import id.laras.rules.Refusal;
import id.laras.security.OneTimeCodes.Made;
import id.laras.steps.TrailEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives and takes back what {@link FourEyes} has decided on; within its transaction and under its lock. */
@Component
class Powers {

    private final AccountService service;
    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Deeds deeds;

    Powers(AccountService service, Accounts accounts, OneTimeCodes codes, Deeds deeds) {
        this.service = service;
        this.accounts = accounts;
        this.codes = codes;
        this.deeds = deeds;
    }

    /** What the trail keeps of a new code: never the code. */
    record CodeMade(String account, Instant until) {}

    Made code(String name, boolean seconded, Actor by) {
        var made = codes.make(name, seconded, by.account());
        deeds.record(
                by.account(),
                TrailEvent.CODE_MADE,
                null,
                new CodeMade(name, made.until().toInstant()));
        return made;
    }

    /**
     * Does what waited.
     *
     * @return the code, when it makes one
     * @throws Refusal when it would not be allowed any more if it was asked for now
     */
    Optional<Made> apply(PrivilegedChange change, Actor by) {
        var name = change.account();
        var asker = new Actor(change.askedBy(), by.roles());
        switch (change.kind()) {
            case GIVE -> {
                service.checkGiving(name, change.roles(), change.units());
                give(change, asker);
            }
            case FIRST_CODE, RESET -> {
                return Optional.of(code(name, true, by));
            }
            case REOPEN -> service.open(name, asker);
            case HAND -> service.handToDirectory(name, asker);
            case TAKE, CLOSE -> throw new IllegalStateException(change.kind() + " never waits");
        }
        return Optional.empty();
    }

    /** @throws Refusal when there is no way back */
    void undo(PrivilegedChange change, Actor by) {
        var name = change.account();
        switch (change.kind()) {
            case GIVE -> {
                var account = accounts.findById(name).orElseThrow();
                var rest = new HashSet<>(account.roles());
                rest.removeAll(change.roles());
                var units = new HashSet<>(account.units());
                units.removeAll(change.units());
                service.putRoles(name, rest, units, by);
            }
            case TAKE -> give(change, by);
            case FIRST_CODE, RESET -> {
                // first, because it waits for whoever uses the code at this moment
                codes.endAll(name);
                if (codes.wasUsedSince(name, change.askedAt())) {
                    service.forgetPassword(name);
                }
            }
            case CLOSE -> service.open(name, by);
            case REOPEN -> service.close(name, by);
            case HAND -> throw new Refusal("security.change.noWayBack");
        }
    }

    private void give(PrivilegedChange change, Actor by) {
        var account = accounts.findById(change.account()).orElseThrow();
        var roles = EnumSet.copyOf(account.roles());
        roles.addAll(change.roles());
        var units = new HashSet<>(account.units());
        units.addAll(change.units());
        service.putRoles(change.account(), roles, units, by);
    }
}
