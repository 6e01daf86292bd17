package id.laras.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes codes by which people set their own password, so that nobody else ever knows it, and tells them what was done with
 * their account (docs/adr/0071-codes-instead-of-given-passwords.md).
 */
@Component
@EnableConfigurationProperties(AdminSettings.class)
@Transactional
public class OneTimeCodes {

    /** Letters and digits that are not taken for one another on paper. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /** 98 random bits: nobody guesses them, so that no lock is needed that strangers could hold shut. */
    private static final int LENGTH = 20;

    private static final int GROUP = 5;

    /** How long the owner of an account is told of a code. */
    private static final Duration TOLD = Duration.ofDays(30);

    private final OneTimeCodeTable codes;
    private final AdminSettings settings;
    private final StoodIn names;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(OneTimeCodeTable codes, AdminSettings settings, StoodIn names, Clock clock) {
        this.codes = codes;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    /** @param until when it stops working, in the agency's zone */
    public record Made(String account, String code, ZonedDateTime until) {}

    /**
     * What the owner is told.
     *
     * @param by     how the administrator is called who made it
     * @param made   in the agency's zone
     * @param used   null while nobody has set a password with it
     * @param usable whether it can still be used
     */
    public record Told(String by, ZonedDateTime made, ZonedDateTime used, boolean usable) {}

    /** The code is told this once; one made before ends. */
    Made make(String account, boolean seconded, String by) {
        var now = clock.instant();
        codes.endAll(account, now);
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        var expires = now.plus(settings.codeLife());
        codes.save(new OneTimeCode(
                UUID.randomUUID().toString(), account, hash(code.toString()), seconded, by, now, expires));
        return new Made(account, code.toString(), local(expires));
    }

    /** The code that this text is, if it is one of that account and can be used now. */
    Optional<OneTimeCode> usable(String account, String written) {
        return codes.findByHash(hash(written))
                .filter(code -> code.accountName().equals(account))
                .filter(code -> code.isUsable(clock.instant()));
    }

    /** Whether it is used by this call, and not by another at the same moment. */
    boolean use(OneTimeCode code) {
        return codes.use(code.id(), clock.instant()) == 1;
    }

    void endAll(String account) {
        codes.endAll(account, clock.instant());
    }

    /** Whether somebody has set a password by a code made since. */
    boolean wasUsedSince(String account, Instant since) {
        return codes.findByAccountNameAndIssuedAtAfterOrderByIssuedAtDesc(account, since.minusMillis(1)).stream()
                .anyMatch(code -> code.usedAt() != null);
    }

    /** The codes of the last month, newest first. */
    @Transactional(readOnly = true)
    public List<Told> told(String account) {
        var now = clock.instant();
        return codes.findByAccountNameAndIssuedAtAfterOrderByIssuedAtDesc(account, now.minus(TOLD)).stream()
                .map(code -> new Told(
                        names.name(code.issuedBy()),
                        local(code.issuedAt()),
                        code.usedAt() == null ? null : local(code.usedAt()),
                        code.isUsable(now)))
                .toList();
    }

    private ZonedDateTime local(Instant at) {
        return ZonedDateTime.ofInstant(at, clock.getZone());
    }

    /** As it may be typed: capitals, spaces and hyphens do not matter. Plain, because random bits are not guessed. */
    private static String hash(String written) {
        return ApiTokenService.hash(written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
