package id.laras.security;

import java.util.Collection;
import java.util.Map;

/** Tells people of the same name apart wherever an account's name stands alone. */
public interface NamesBeside {

    /** What has to stand beside the name, by account; those whose name nobody else has are not among them. */
    Map<String, String> beside(Collection<String> accounts);

    /** How a person's name is shown: with what tells namesakes apart behind it, where there is something, else alone. */
    static String shown(String name, String beside) {
        return beside == null ? name : "%s (%s)".formatted(name, beside);
    }
}
