package id.laras.security;

import java.util.Collection;
import java.util.Set;

/** The units as a tree, as far as the door has to know it; kept by the room of people. */
public interface UnitTree {

    /** Those of these units that exist, and all below them today. */
    Set<String> withBelow(Collection<String> codes);
}
