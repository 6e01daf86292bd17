package id.laras.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * At most a few passwords are checked at once, and few callers wait for it: bcrypt takes a whole core, and every waiting
 * call a thread that pages need. Whoever finds no place is told to come again. Nobody who floods keeps everybody else out: of one
 * address only some find a place, a network may never hold more places than are free, and among those who wait networks take
 * turns. A directory is asked outside of the checks, by fewer callers than there
 * are places: one that hangs stops nobody whose password is here.
 */
@Component
class PasswordGate {

    static final int PLACES = 32;
    static final int PLACES_OF_ONE_ADDRESS = 8;

    private static final Pattern IPV4 = Pattern.compile("\\d+(\\.\\d+){3}");

    /** As {@link Caller#place()} writes it. */
    private static final Pattern IPV6_LINE = Pattern.compile("[0-9a-f]{16}");

    private final Places inside;
    private final Places atTheDirectory;
    private final Semaphore checks;
    private final ThreadLocal<Semaphore> turn = new ThreadLocal<>();
    private final Duration patience;

    @Autowired
    PasswordGate(LoginSettings settings) {
        this(settings.checksAtOnce(), PLACES, PLACES_OF_ONE_ADDRESS, Duration.ofSeconds(2));
    }

    PasswordGate(int checksAtOnce, int places, int placesOfOneAddress, Duration patience) {
        this.checks = new Semaphore(checksAtOnce, true);
        var checksOfOneNetwork = Math.max(1, checksAtOnce / 2);
        this.patience = patience;
        this.inside = new Places(places, placesOfOneAddress, checksOfOneNetwork);
        this.atTheDirectory = new Places(threeQuarters(places), threeQuarters(placesOfOneAddress), checksOfOneNetwork);
    }

    private static int threeQuarters(int places) {
        return places - places / 4;
    }

    /** @throws TooManyAttempts when there is no place */
    <T> T pass(String address, Supplier<T> login) {
        return inside.hold(address, taken -> {
            turn.set(taken.turn);
            try {
                return login.get();
            } finally {
                turn.remove();
            }
        });
    }

    /** Within {@link #pass}. @throws TooManyAttempts when too many wait for the directory already */
    <T> T askDirectory(String address, Supplier<T> question) {
        return atTheDirectory.hold(address, taken -> question.get());
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
        var ownTurn = turn.get();
        if (ownTurn == null) {
            return inTime(checks, check);
        }
        return inTime(ownTurn, () -> inTime(checks, check));
    }

    private boolean inTime(Semaphore free, BooleanSupplier check) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooManyAttempts.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyAttempts.busy();
        }
        try {
            return check.getAsBoolean();
        } finally {
            free.release();
        }
    }

    /** How many wait for their check; those whose network's turn it is not are not counted. */
    int waiting() {
        return checks.getQueueLength();
    }

    /** What one line of a provider or one office usually has: whoever has one address of it may have others. */
    static String network(String place) {
        if (IPV4.matcher(place).matches()) {
            return place.substring(0, place.lastIndexOf('.'));
        }
        return IPV6_LINE.matcher(place).matches() ? place.substring(0, 12) : place;
    }

    /** Those of one network. */
    private static final class Network {

        private final Semaphore turn;
        private int held;

        Network(int checks) {
            this.turn = new Semaphore(checks, true);
        }
    }

    /** So many callers, of one address fewer, and of one network never more than there are places left. */
    private static final class Places {

        private final int ofOneAddress;
        private final int checksOfOneNetwork;
        private final Map<String, Integer> addresses = new HashMap<>();
        private final Map<String, Network> networks = new HashMap<>();
        private int free;

        Places(int all, int ofOneAddress, int checksOfOneNetwork) {
            this.free = all;
            this.ofOneAddress = ofOneAddress;
            this.checksOfOneNetwork = checksOfOneNetwork;
        }

        <T> T hold(String address, Function<Network, T> deed) {
            var network = take(address);
            try {
                return deed.apply(network);
            } finally {
                giveBack(address, network);
            }
        }

        private synchronized Network take(String address) {
            var network = networks.get(network(address));
            if (free == 0
                    || network != null && network.held >= free
                    || addresses.getOrDefault(address, 0) >= ofOneAddress) {
                throw TooManyAttempts.busy();
            }
            network = networks.computeIfAbsent(network(address), name -> new Network(checksOfOneNetwork));
            network.held++;
            addresses.merge(address, 1, Integer::sum);
            free--;
            return network;
        }

        private synchronized void giveBack(String address, Network network) {
            free++;
            addresses.computeIfPresent(address, (which, these) -> these == 1 ? null : these - 1);
            network.held--;
            if (network.held == 0) {
                networks.remove(network(address));
            }
        }
    }
}
