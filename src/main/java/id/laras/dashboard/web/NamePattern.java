package id.laras.dashboard.web;

import id.laras.rules.PlainText;
import java.util.Locale;

/** What people type is text, not a pattern. */
final class NamePattern {

    private NamePattern() {}

    /** A lower-case pattern for {@code like … escape '!'}; null when nothing is asked for. */
    static String of(String name) {
        return PlainText.of(name) == null || PlainText.of(name).isEmpty()
                ? null
                : "%"
                        + PlainText.of(name)
                                .toLowerCase(Locale.ROOT)
                                .replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_")
                        + "%";
    }
}
