package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The lines of a paper between two comments that name it: written by a test, never by hand. */
record GeneratedPart(String paper, String name) {

    private static final String WRITE = "laras.papers.write";
    private static final String HOW = "bin/test -Dtest=GeneratedPapersTests -D" + WRITE + "=true";

    /** Compares, or writes when told so on the command line. */
    void is(String expected) throws IOException {
        is(found -> expected);
    }

    /** As {@link #is(String)}, where people write one part of the lines. */
    void is(UnaryOperator<String> expectedOf) throws IOException {
        var file = Path.of(paper);
        var text = Files.readString(file);
        var begin = after(text, "<!-- generated: " + name, 0);
        var end = text.indexOf("<!-- end of " + name, begin);
        assertThat(end).as("end of %s in %s", name, paper).isNotNegative();
        var expected = expectedOf.apply(text.substring(begin, end));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, text.substring(0, begin) + expected + text.substring(end));
        } else {
            assertThat(text.substring(begin, end))
                    .as("%s in %s is generated; this writes it anew: %s", name, paper, HOW)
                    .isEqualTo(expected);
        }
    }

    private int after(String text, String line, int from) {
        var found = text.indexOf(line, from);
        assertThat(found).as("%s in %s", line, paper).isNotNegative();
        return text.indexOf('\n', found) + 1;
    }
}
