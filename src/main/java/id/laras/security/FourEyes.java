package id.laras.security;

import id.laras.rules.Refusal;
import id.laras.security.OneTimeCodes.Made;
import id.laras.security.PrivilegedChange.Kind;
import id.laras.security.PrivilegedChange.State;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to accounts. What gives power waits for a second person; while there is only one administrator it is
 * done at once and stands, for everybody with a role to see, until somebody else confirms or undoes it
 * (docs/adr/0070-no-administrator-alone.md). The one door: the deeds themselves are closed to other rooms.
 */
@Service
@Transactional
public class FourEyes {

    /** Characters that the units of one change may take. */
    private static final int MOST_UNITS = 2000;

    private final AccountService service;
    private final Accounts accounts;
    private final Powers powers;
    private final PrivilegedChanges changes;
    private final Ranks ranks;
    private final Deeds deeds;
    private final JdbcClient database;
    private final Clock clock;

    FourEyes(
            AccountService service,
            Accounts accounts,
            Powers powers,
            PrivilegedChanges changes,
            Ranks ranks,
            Deeds deeds,
            JdbcClient database,
            Clock clock) {
        this.service = service;
        this.accounts = accounts;
        this.powers = powers;
        this.changes = changes;
        this.ranks = ranks;
        this.deeds = deeds;
        this.database = database;
        this.clock = clock;
    }

    /** What became of a deed. */
    public enum Outcome {
        DONE,
        /** Asked for; nothing has happened yet. */
        WAITING,
        /** Done, and to be looked at by somebody else. */
        STANDING
    }

    /** @param code when it made one; it is told this once */
    public record Answer(Outcome outcome, Optional<Made> code) {

        private static Answer of(Outcome outcome) {
            return new Answer(outcome, Optional.empty());
        }
    }

    /** What the trail keeps of what one administrator may not do alone. */
    record ChangeNoted(
            String account,
            Kind change,
            SortedSet<Role> roles,
            SortedSet<String> units,
            String askedBy,
            Instant askedAt) {}

    /**
     * Sets the roles beyond staff. What is taken holds at once; what is given may have to wait.
     *
     * @throws Refusal as {@link AccountService#setRoles}
     */
    public Answer setRoles(String name, Set<Role> roles, Set<String> units, Actor by) {
        lock();
        service.checkRoles(name, roles, units, by);
        var ofHr = roles.contains(Role.UNIT_HR) ? units : Set.<String>of();
        var account = find(name);
        var keptRoles = both(account.roles(), roles);
        var keptUnits = new HashSet<>(account.units());
        keptUnits.retainAll(ofHr);
        var takenRoles = without(account.roles(), roles);
        takenRoles.remove(Role.STAFF);
        if (!takenRoles.isEmpty() || !keptUnits.containsAll(account.units())) {
            take(name, takenRoles, keptRoles, keptUnits, account, by);
        }
        var given = without(roles, keptRoles);
        given.remove(Role.STAFF);
        var givenUnits = new HashSet<>(ofHr);
        givenUnits.removeAll(keptUnits);
        if (given.isEmpty() && givenUnits.isEmpty()) {
            return Answer.of(Outcome.DONE);
        }
        service.checkGiving(name, given, givenUnits);
        return change(Kind.GIVE, name, given, givenUnits, by);
    }

    /**
     * As {@link #setRoles(String, Set, Set, Actor)}, but what somebody else has changed meanwhile is not overwritten unseen.
     *
     * @param seen {@link AccountService.Found#powers} as the person saw them, null for who saw none
     */
    public Answer setRoles(String name, Set<Role> roles, Set<String> units, String seen, Actor by) {
        lock();
        var account = find(name);
        if (seen != null && !seen.equals(AccountService.Found.powers(account.roles(), account.units()))) {
            throw new Refusal("security.accounts.meanwhile", name);
        }
        return setRoles(name, roles, units, by);
    }

    /** What was doubtful may be taken but not given back: it would come back without its doubt. */
    private void take(
            String name, Set<Role> taken, Set<Role> keptRoles, Set<String> keptUnits, Account account, Actor by) {
        var surely = without(taken, Set.of());
        var units = new HashSet<>(account.units());
        units.removeAll(keptUnits);
        ranks.doubtful(name, Kind.GIVE).forEach(given -> {
            surely.removeAll(given.roles());
            units.removeAll(given.units());
        });
        if (!surely.isEmpty() && !name.equals(by.account())) {
            check(by);
            stand(Kind.TAKE, name, surely, units, by);
        }
        service.putRoles(name, keptRoles, keptUnits, by);
    }

    /** @throws Refusal as {@link AccountService#close} */
    public Answer close(String name, Actor by) {
        lock();
        // whose opening nobody has confirmed is only shut again: undoing that would open the account without a doubt
        var watched = ranks.watches(name)
                && !find(name).closed()
                && ranks.doubtful(name, Kind.REOPEN).isEmpty();
        if (watched && !name.equals(by.account())) {
            check(by);
        }
        service.close(name, by);
        if (watched) {
            stand(Kind.CLOSE, name, Set.of(), Set.of(), by);
        }
        return Answer.of(watched ? Outcome.STANDING : Outcome.DONE);
    }

    /** Who closed it may open it again while nobody has confirmed that; else a role comes back only by a second person. */
    public Answer open(String name, Actor by) {
        lock();
        var closing = changes.standing(name).stream()
                .filter(change -> change.kind() == Kind.CLOSE)
                .filter(change -> ranks.mayRefuse(change, by.account()))
                .findFirst();
        if (closing.isPresent()) {
            refuse(closing.get().id(), by);
            return Answer.of(Outcome.DONE);
        }
        if (find(name).closed() && ranks.holdsARole(name)) {
            return change(Kind.REOPEN, name, Set.of(), Set.of(), by);
        }
        service.open(name, by);
        return Answer.of(Outcome.DONE);
    }

    /** @throws Refusal as {@link AccountService#handToDirectory} */
    public Answer handToDirectory(String name, Actor by) {
        lock();
        service.checkHanding(name, by);
        if (ranks.willDecide(name)) {
            return change(Kind.HAND, name, Set.of(), Set.of(), by);
        }
        service.handToDirectory(name, by);
        return Answer.of(Outcome.DONE);
    }

    /**
     * Makes a code by which the person sets their own password; until they do, the old one goes on.
     *
     * @throws Refusal for one's own account
     */
    public Answer makeCode(String name, Actor by) {
        lock();
        if (name.equals(by.account())) {
            throw new Refusal("security.code.own");
        }
        var account = find(name);
        // an account whose password was taken back had one: its next code is no first one
        var first = !account.canLogIn() && account.directory() == null && account.passwordStamp() == 0;
        // The first codes of all superiors, before anything runs, are for one person to hand out.
        if (first ? ranks.decides(name) : ranks.willDecide(name)) {
            return change(first ? Kind.FIRST_CODE : Kind.RESET, name, Set.of(), Set.of(), by);
        }
        return new Answer(Outcome.DONE, Optional.of(powers.code(name, false, by)));
    }

    private Answer change(Kind kind, String name, Set<Role> roles, Set<String> units, Actor by) {
        check(by);
        if (String.join(" ", units).length() > MOST_UNITS) {
            throw new Refusal("security.change.manyUnits", MOST_UNITS);
        }
        if (changes.open(name).stream().anyMatch(open -> open.state() == State.WAITING && open.kind() == kind)) {
            throw new Refusal("security.change.twice", name);
        }
        if (ranks.othersThan(by.account()).isEmpty()) {
            return new Answer(Outcome.STANDING, powers.apply(stand(kind, name, roles, units, by), by));
        }
        note(TrailEvent.POWER_ASKED, by.account(), save(kind, name, roles, units, State.WAITING, by));
        return Answer.of(Outcome.WAITING);
    }

    private PrivilegedChange stand(Kind kind, String name, Set<Role> roles, Set<String> units, Actor by) {
        var change = save(kind, name, roles, units, State.STANDING, by);
        note(TrailEvent.POWER_ALONE, by.account(), change);
        return change;
    }

    private PrivilegedChange save(Kind kind, String name, Set<Role> roles, Set<String> units, State state, Actor by) {
        return changes.save(new PrivilegedChange(
                UUID.randomUUID().toString(), kind, name, roles, units, state, by.account(), clock.instant()));
    }

    /**
     * A second person says that it is right: what waited is done, what stood stays. Of what is taken back already they say that
     * they have seen it.
     *
     * @return with the code, when it was one that was asked for: who confirms hands it over
     * @throws Refusal when it is decided already, the actor may not, or who asked is no administrator any more
     */
    public Answer confirm(String id, Actor by) {
        lock();
        var change = undecided(id);
        if (!ranks.mayConfirm(change, by.account())) {
            throw new Refusal("security.change.notYou");
        }
        if (change.state() == State.WITHDRAWN) {
            decide(change, State.UNDONE, TrailEvent.WITHDRAWAL_SEEN, by);
            return Answer.of(Outcome.DONE);
        }
        var code = Optional.<Made>empty();
        if (change.state() == State.WAITING) {
            if (!ranks.isAdministrator(change.askedBy())) {
                throw new Refusal("security.change.askerGone", change.askedBy());
            }
            code = powers.apply(change, by);
        }
        decide(change, State.CONFIRMED, TrailEvent.POWER_CONFIRMED, by);
        return new Answer(Outcome.DONE, code);
    }

    /**
     * What waited is not done; what stood is taken back, and the sessions that rested on it end. Power that somebody had for a
     * while stays to be seen until a second person has looked at it: else a minute would be enough to use it unseen.
     *
     * @throws Refusal when it is decided already, the actor may not, or it cannot be taken back
     */
    public void refuse(String id, Actor by) {
        lock();
        var change = undecided(id);
        if (!ranks.mayRefuse(change, by.account())) {
            throw new Refusal("security.change.notYou");
        }
        if (change.state() == State.WAITING) {
            decide(change, State.REFUSED, TrailEvent.POWER_REFUSED, by);
        } else {
            var unseen = change.kind().gives() && !ranks.mayConfirm(change, by.account());
            powers.undo(change, by);
            decide(change, unseen ? State.WITHDRAWN : State.UNDONE, TrailEvent.POWER_UNDONE, by);
        }
    }

    private void decide(PrivilegedChange change, State decision, TrailEvent what, Actor by) {
        change.decide(decision, by.account(), clock.instant());
        note(what, by.account(), change);
    }

    private void note(TrailEvent what, String by, PrivilegedChange change) {
        deeds.record(
                by,
                what,
                null,
                new ChangeNoted(
                        change.account(),
                        change.kind(),
                        change.roles(),
                        change.units(),
                        change.askedBy(),
                        change.askedAt()));
    }

    private void check(Actor by) {
        if (!ranks.isAdministrator(by.account())) {
            throw new Refusal("security.change.unconfirmed");
        }
    }

    private PrivilegedChange undecided(String id) {
        return changes.findById(id)
                .filter(PrivilegedChange::isOpen)
                .orElseThrow(() -> new Refusal("security.change.decided"));
    }

    private Account find(String name) {
        return accounts.called(name).orElseThrow(() -> new Refusal("security.account.unknown", name));
    }

    private static Set<Role> both(Set<Role> one, Set<Role> other) {
        var both = EnumSet.noneOf(Role.class);
        both.addAll(one);
        both.retainAll(other);
        return both;
    }

    private static Set<Role> without(Set<Role> these, Set<Role> those) {
        var rest = EnumSet.noneOf(Role.class);
        rest.addAll(these);
        rest.removeAll(those);
        return rest;
    }

    /** Two at the same moment: the second sees what the first has done, whoever they are. */
    private void lock() {
        database.sql("select id from privilege_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }
}
