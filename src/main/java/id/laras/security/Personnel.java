package id.laras.security;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in service; the room that knows the people answers, so that this one and the engine know none. */
public interface Personnel {

    /** Accounts of everybody whose service has ended by today. */
    Set<String> left();

    boolean hasLeft(String account);

    /** Accounts of everybody who is in service and does not do their office today. */
    Map<String, Absent> absent();

    /** As {@link #absent()}, of one. */
    Optional<Absent> absent(String account);

    /** @param since the first day */
    record Absent(Kind kind, LocalDate since) {

        public boolean isOnLeave() {
            return kind == Kind.ON_LEAVE;
        }

        public enum Kind {
            /** Has another office by now. */
            MOVED,
            ON_LEAVE
        }
    }

    /** Account of the person with this number. */
    Optional<String> account(String nip);
}
