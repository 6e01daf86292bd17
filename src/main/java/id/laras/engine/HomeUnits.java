package id.laras.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Tells in which unit a process is at home; each room knows its own business keys. */
public interface HomeUnits {

    /** Code of the unit; empty when the key is none of this room's. */
    Optional<String> unit(String businessKey);

    /** Codes of the units by business key; without those that are none of this room's. One question for all of them. */
    Map<String, String> units(Collection<String> businessKeys);
}
