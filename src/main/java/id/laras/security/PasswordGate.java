package id.laras.security;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * At most a few passwords are checked at once, and few callers wait for it: bcrypt takes a whole core, and every waiting
 * call a thread that pages need. Whoever finds no place is told to come again; of one address only some find one, so that
 * a single flooder does not keep everybody else out. A directory is asked outside of the checks, by fewer callers than there
 * are places: one that hangs stops nobody whose password is here.
 */
@Component
class PasswordGate {

    static final int PLACES = 32;
    static final int PLACES_OF_ONE_ADDRESS = 8;

    private final Places inside;
    private final Places atTheDirectory;
    private final Semaphore checks;
    private final Duration patience;

    @Autowired
    PasswordGate(LoginSettings settings) {
        this(settings.checksAtOnce(), PLACES, PLACES_OF_ONE_ADDRESS, Duration.ofSeconds(2));
    }

    PasswordGate(int checksAtOnce, int places, int placesOfOneAddress, Duration patience) {
        this.inside = new Places(places, placesOfOneAddress);
        this.atTheDirectory = new Places(threeQuarters(places), threeQuarters(placesOfOneAddress));
        this.checks = new Semaphore(checksAtOnce, true);
        this.patience = patience;
    }

    private static int threeQuarters(int places) {
        return places - places / 4;
    }

    /** @throws TooManyAttempts when there is no place */
    <T> T pass(String address, Supplier<T> login) {
        return inside.hold(address, login);
    }

    /** Within {@link #pass}. @throws TooManyAttempts when too many wait for the directory already */
    <T> T askDirectory(String address, Supplier<T> question) {
        return atTheDirectory.hold(address, question);
    }

    /** Compares within {@link #pass}, few at once. It throws {@link TooManyAttempts} when its turn does not come in time. */
    PasswordEncoder fewAtOnce(PasswordEncoder passwords) {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence raw) {
                return passwords.encode(raw);
            }

            @Override
            public boolean matches(CharSequence raw, String hash) {
                return whenFree(() -> passwords.matches(raw, hash));
            }

            @Override
            public boolean upgradeEncoding(String hash) {
                return passwords.upgradeEncoding(hash);
            }
        };
    }

    private boolean whenFree(BooleanSupplier check) {
        try {
            if (!checks.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooManyAttempts.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyAttempts.busy();
        }
        try {
            return check.getAsBoolean();
        } finally {
            checks.release();
        }
    }

    /** So many callers, and of one address fewer. */
    private static final class Places {

        private final Semaphore free;
        private final int ofOneAddress;
        private final ConcurrentMap<String, Integer> callers = new ConcurrentHashMap<>();

        Places(int all, int ofOneAddress) {
            this.free = new Semaphore(all);
            this.ofOneAddress = ofOneAddress;
        }

        <T> T hold(String address, Supplier<T> deed) {
            if (!free.tryAcquire()) {
                throw TooManyAttempts.busy();
            }
            try {
                if (callers.merge(address, 1, Integer::sum) > ofOneAddress) {
                    throw TooManyAttempts.busy();
                }
                return deed.get();
            } finally {
                callers.computeIfPresent(address, (which, these) -> these == 1 ? null : these - 1);
                free.release();
            }
        }
    }
}
