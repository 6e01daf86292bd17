package id.laras.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Browsers and addresses from which somebody has come in with their password: guesses of others never slow them there.
 * A browser is known by a random cookie, of which the table keeps the hash.
 */
@Component
class KnownClients {

    static final String COOKIE = "LARAS-DEVICE";

    /** Behind TLS; of one path only, so not {@link WebSettings#HOST_ONLY}. */
    static final String SECURE_COOKIE = "__Secure-" + COOKIE;

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final Duration SEEN_ANEW = Duration.ofDays(1);
    private static final int BYTES = 32;

    private final JdbcClient database;
    private final Clock clock;
    private final WebSettings web;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<LocalDate> swept = new AtomicReference<>();

    KnownClients(JdbcClient database, Clock clock, WebSettings web) {
        this.database = database;
        this.clock = clock;
        this.web = web;
    }

    /** @param browser whether it is one; else an address, which others may share */
    record Known(String client, boolean browser) {}

    /** The client that counts for this account: the known browser, else the known address; empty when neither is known. */
    Optional<Known> find(String account, Caller caller) {
        var known = database.sql("select client from known_client where account_name = ? and client in (?, ?)")
                .params(account, device(caller.device()), address(caller))
                .query(String.class)
                .list();
        return Stream.of(new Known(device(caller.device()), true), new Known(address(caller), false))
                .filter(client -> known.contains(client.client()))
                .findFirst();
    }

    static String address(Caller caller) {
        return Digests.sha256("address " + caller.place());
    }

    /** The address is known from now on. */
    void rememberAddress(String account, Caller caller) {
        remember(account, address(caller));
        sweep();
    }

    /** The browser is known from now on; one that several people use keeps one cookie for all of them. */
    void rememberBrowser(String account, HttpServletRequest request, HttpServletResponse response) {
        var device = Optional.ofNullable(Caller.of(request).device())
                .filter(this::isOurs)
                .orElseGet(this::newDevice);
        remember(account, device(device));
        var cookie = ResponseCookie.from(web.tls() ? SECURE_COOKIE : COOKIE, device)
                .path(request.getContextPath() + "/login")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(web.tls() || request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Nobody can plant a value of their own in somebody's browser and have it called known. */
    private boolean isOurs(String device) {
        return database.sql("select count(*) from known_client where client = ?")
                        .param(device(device))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String newDevice() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String device(String cookie) {
        return Digests.sha256("device " + cookie);
    }

    /** Written once a day and client: machines come in with every call. */
    private void remember(String account, String client) {
        var now = clock.instant();
        var seen = database.sql("select seen_at from known_client where account_name = ? and client = ?")
                .params(account, client)
                .query(LocalDateTime.class)
                .optional();
        if (seen.isEmpty()) {
            try {
                database.sql("insert into known_client (account_name, client, seen_at) values (?, ?, ?)")
                        .params(account, client, utc(now))
                        .update();
            } catch (DuplicateKeyException e) {
                // the same browser at the same moment
                return;
            }
        } else if (seen.get().isBefore(utc(now.minus(SEEN_ANEW)))) {
            database.sql("update known_client set seen_at = ? where account_name = ? and client = ?")
                    .params(utc(now), account, client)
                    .update();
        }
    }

    private void sweep() {
        var today = LocalDate.now(clock);
        if (!today.equals(swept.getAndSet(today))) {
            database.sql("delete from known_client where seen_at < ?")
                    .param(utc(clock.instant().minus(REMEMBERED)))
                    .update();
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
