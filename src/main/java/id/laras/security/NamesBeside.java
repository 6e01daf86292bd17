package id.laras.security;

import java.util.Collection;
import java.util.Map;

/** Tells people of the same name apart wherever an account's name stands alone. */
public interface NamesBeside {

    /** What has to stand beside the name, by account; those whose name nobody else has are not among them. */
    Map<String, String> beside(Collection<String> accounts);
}
