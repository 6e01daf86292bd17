package id.laras.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A table as it stands in docs/performance.md, printed when it is whole. */
final class Figures {

    private final String title;
    private final List<String> lines = new ArrayList<>();

    Figures(String title, String... columns) {
        this.title = title;
        row((Object[]) columns);
        lines.add("| ---" + " | ---:".repeat(columns.length - 1) + " |");
    }

    void row(Object... cells) {
        lines.add("| "
                + String.join(
                        " | ", List.of(cells).stream().map(Object::toString).toList()) + " |");
    }

    void print() {
        System.out.println("\n### " + title);
        lines.forEach(System.out::println);
    }

    /** How far a benchmark is; no figure. */
    static void note(String progress) {
        System.err.println(progress);
    }

    static String number(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Time since then, in seconds. */
    static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
