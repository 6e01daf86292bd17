package id.laras.gate;

import id.laras.gate.Exits.Exit;
import java.util.List;
import java.util.Map;

/**
 * One thing that happens within a {@link Part}.
 *
 * @param shown  the elements that it adds to the path
 * @param acts   what the law asks about, in their order
 * @param after  what has become of the part; null when it is over
 * @param flags  of the process instance that the part belongs to, afterwards
 * @param exit   what it throws, null when nothing leaves
 * @param hurry  it happens before anything else does
 * @param lasts  it may take time
 */
record Change(
        List<String> shown,
        List<Act> acts,
        Run after,
        Map<String, Boolean> flags,
        Exit exit,
        boolean hurry,
        boolean lasts) {}
