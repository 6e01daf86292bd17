package id.laras.security;

import java.util.Optional;
import java.util.Set;

/** Who is in service; the room that knows the people answers, so that this one and the engine know none. */
public interface Personnel {

    /** Accounts of everybody whose service has ended by today. */
    Set<String> left();

    boolean hasLeft(String account);

    /** Account of the person with this number. */
    Optional<String> account(String nip);
}
