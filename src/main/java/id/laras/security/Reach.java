package id.laras.security;

import java.util.Set;

/**
 * Whose data somebody may see and change by virtue of HR's roles. What lies beyond is to them as if it did not exist.
 *
 * @param everywhere HR's own
 * @param units      codes of the units of somebody's who is HR of some only; empty for everybody else
 */
public record Reach(boolean everywhere, Set<String> units) {

    /** @param unitCode null for what belongs to no unit */
    public boolean covers(String unitCode) {
        return everywhere || unitCode != null && units.contains(unitCode);
    }
}
