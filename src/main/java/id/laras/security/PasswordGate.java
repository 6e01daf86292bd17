package id.laras.security;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * At most a few passwords are checked at once, and few callers wait for it: bcrypt takes a whole core, and every waiting
 * call a thread that pages need. Whoever finds no place is told to come again; of one address only some find one, so that
 * a single flooder does not keep everybody else out.
 */
@Component
class PasswordGate {

    static final int PLACES = 32;
    static final int PLACES_OF_ONE_ADDRESS = 8;

    private final Semaphore places;
    private final Semaphore checks;
    private final int placesOfOneAddress;
    private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();
    private final Duration patience;

    @Autowired
    PasswordGate(LoginSettings settings) {
        this(settings.checksAtOnce(), PLACES, PLACES_OF_ONE_ADDRESS, Duration.ofSeconds(2));
    }

    PasswordGate(int checksAtOnce, int places, int placesOfOneAddress, Duration patience) {
        this.places = new Semaphore(places);
        this.placesOfOneAddress = placesOfOneAddress;
        this.checks = new Semaphore(checksAtOnce, true);
        this.patience = patience;
    }

    /** @throws TooManyAttempts when there is no place, or none becomes free in time */
    <T> T pass(String address, Supplier<T> check) {
        if (!places.tryAcquire()) {
            throw TooManyAttempts.busy();
        }
        try {
            if (inside.merge(address, 1, Integer::sum) > placesOfOneAddress) {
                throw TooManyAttempts.busy();
            }
            return whenFree(check);
        } finally {
            inside.computeIfPresent(address, (which, callers) -> callers == 1 ? null : callers - 1);
            places.release();
        }
    }

    private <T> T whenFree(Supplier<T> check) {
        try {
            if (!checks.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooManyAttempts.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyAttempts.busy();
        }
        try {
            return check.get();
        } finally {
            checks.release();
        }
    }
}
