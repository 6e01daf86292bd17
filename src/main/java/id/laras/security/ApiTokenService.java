package id.laras.security;

import id.laras.rules.AgencyDays;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.steps.TrailEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tokens by which machines come in as a person, without their password (docs/adr/0046-tokens-for-machines.md). Everybody makes
 * their own; nobody makes one for somebody else, for whoever holds it reads what that person reads.
 */
@Service
@Transactional
public class ApiTokenService {

    /** Days that a token lives at most. */
    public static final int LONGEST = 365;

    /** Tokens that one account has at most at a time. */
    public static final int MOST = 20;

    /** Tells leaked tokens from other noise, for people and for scanners. */
    static final String PREFIX = "laras_";

    private static final int BYTES = 32;
    private static final int LONGEST_NAME = 80;
    private static final Duration ROUGHLY = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final OwnPassword ownPassword;
    private final TransactionTemplate transactions;
    private final Deeds deeds;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokenService(
            ApiTokens tokens,
            Accounts accounts,
            OwnPassword ownPassword,
            Deeds deeds,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.ownPassword = ownPassword;
        this.transactions = new TransactionTemplate(transactions);
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * A token as its owner and the administrator see it; of the secret nothing is known any more.
     *
     * @param works whether it opens anything now
     */
    public record View(
            String id,
            String account,
            String name,
            SortedSet<Role> roles,
            Instant created,
            Instant expires,
            Instant lastUsed,
            boolean works) {}

    /** What the trail keeps of a new token. */
    record TokenCreated(String name, SortedSet<Role> roles, LocalDate lastDay) {}

    record TokenRevoked(String account, String name) {}

    /**
     * Makes a token for oneself. Who finds an open browser makes none: the password is asked for again, or a fresh login.
     *
     * @param password the owner's; not looked at when only a directory lets them in
     * @throws Refusal as the other, and when the password is wrong, or the login at the directory too long ago
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String create(String name, Set<Role> roles, LocalDate lastDay, String password, Actor owner) {
        check(name, roles, lastDay, accounts.findById(owner.account()).orElseThrow());
        ownPassword.confirmOrFreshLogin(password, owner);
        return transactions.execute(status -> create(name, roles, lastDay, owner));
    }

    /**
     * Makes a token for oneself.
     *
     * @param roles   beyond {@link Role#STAFF}, which every token has
     * @param lastDay on which it still works, in the agency's zone; at most {@value #LONGEST} days from today
     * @return the token, which is told this once
     * @throws Refusal when it has no name, a day that is over or too far, or a role that its owner has not; or when there are
     *     {@value #MOST} already
     */
    String create(String name, Set<Role> roles, LocalDate lastDay, Actor owner) {
        var account = accounts.findById(owner.account()).orElseThrow();
        var wanted = EnumSet.of(Role.STAFF);
        wanted.addAll(roles);
        check(name, wanted, lastDay, account);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random());
        var end = AgencyDays.over(lastDay, clock);
        tokens.save(new ApiToken(
                UUID.randomUUID().toString(), account, name.strip(), hash(token), wanted, clock.instant(), end));
        deeds.record(
                account.name(),
                TrailEvent.TOKEN_CREATED,
                null,
                new TokenCreated(name.strip(), new TreeSet<>(wanted), lastDay));
        return token;
    }

    private void check(String name, Set<Role> roles, LocalDate lastDay, Account owner) {
        var problems = new ArrayList<Problem>();
        if (Reasons.missing(name) || name.strip().length() > LONGEST_NAME) {
            problems.add(new Problem("security.token.badName", LONGEST_NAME));
        }
        var today = LocalDate.now(clock);
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(LONGEST))) {
            problems.add(new Problem("security.token.badDay", LONGEST));
        }
        if (!owner.roles().containsAll(roles)) {
            problems.add(new Problem("security.token.foreignRole"));
        }
        var standing = tokens.findByAccountNameAndRevokedAtIsNullOrderByCreatedAtDesc(owner.name()).stream()
                .filter(token -> clock.instant().isBefore(token.expiresAt()))
                .filter(token -> token.isOf(owner))
                .count();
        if (standing >= MOST) {
            problems.add(new Problem("security.token.tooMany", MOST));
        }
        Refusal.ifAny(problems);
    }

    /** One's own, newest first, the expired ones too. */
    @Transactional(readOnly = true)
    public List<View> own(Actor owner) {
        return tokens.findByAccountNameAndRevokedAtIsNullOrderByCreatedAtDesc(owner.account()).stream()
                .map(this::view)
                .toList();
    }

    /** Everybody's that have not expired, by account: for the administrator. */
    @Transactional(readOnly = true)
    public Page<View> all(Pageable page) {
        var found =
                tokens.findByRevokedAtIsNullAndExpiresAtAfterOrderByAccountNameAscCreatedAtDesc(clock.instant(), page);
        // Read at once: each view then finds its owner in the session.
        accounts.findAllById(
                found.stream().map(ApiToken::accountName).distinct().toList());
        return found.map(this::view);
    }

    /** @throws Refusal when there is no such token, or it is somebody else's and the actor no administrator */
    public void revoke(String id, Actor by) {
        var token = tokens.findById(id)
                .filter(found -> !found.isRevoked())
                .filter(found -> found.accountName().equals(by.account()) || by.is(Role.ADMIN))
                .orElseThrow(() -> new Refusal("security.token.unknown"));
        revoke(token, by.account());
    }

    /**
     * Ends those with a role that their owner has lost: they would work again when the role came back, perhaps years later.
     * In the transaction of the deed that took it.
     *
     * @param by null for a directory
     */
    void endWithRoles(Account owner, String by) {
        tokens.findByAccountNameAndRevokedAtIsNullOrderByCreatedAtDesc(owner.name()).stream()
                .filter(token -> !owner.roles().containsAll(token.roles()))
                .forEach(token -> revoke(token, by));
    }

    private void revoke(ApiToken token, String by) {
        token.revoke(clock.instant());
        deeds.record(by, TrailEvent.TOKEN_REVOKED, null, new TokenRevoked(token.accountName(), token.name()));
    }

    /** Who comes in by this token, with no more than its roles; empty when it opens nothing. */
    Optional<Login> enter(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return tokens.findByHash(hash(token))
                .flatMap(found -> accounts.findById(found.accountName())
                        .filter(owner -> found.opens(owner, now))
                        .map(owner -> {
                            tokens.used(found.id(), now, now.minus(ROUGHLY));
                            return new Login(owner, found.roles(), clock);
                        }));
    }

    /** What its owner called a token, or null when there is none. */
    @Transactional(readOnly = true)
    public String name(String token) {
        return tokens.findByHash(hash(token)).map(ApiToken::name).orElse(null);
    }

    private View view(ApiToken token) {
        var works = accounts.findById(token.accountName())
                .filter(owner -> token.opens(owner, clock.instant()))
                .isPresent();
        return new View(
                token.id(),
                token.accountName(),
                token.name(),
                new TreeSet<>(token.roles()),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                works);
    }

    private byte[] random() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Plain, because 256 random bits are not guessed, unlike a password. */
    static String hash(String token) {
        return Digests.sha256(token);
    }
}
