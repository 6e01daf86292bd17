package id.laras.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A file as an office has one, by the name under which {@code imports/answers.txt} says what is told about it.
 *
 * @param shown columns of the first row that the answer shows
 */
record Trial(String name, ImportTable table, byte[] content, List<String> shown) {

    @Override
    public String toString() {
        return name;
    }

    static Trial of(String name, String csv, String... shown) {
        return new Trial(name, ImportTable.EMPLOYEES, csv.getBytes(UTF_8), List.of(shown));
    }

    static Trial of(String name, ImportTable table, String csv, String... shown) {
        return new Trial(name, table, csv.getBytes(UTF_8), List.of(shown));
    }

    static Trial of(String name, byte[] content, String... shown) {
        return new Trial(name, ImportTable.EMPLOYEES, content, List.of(shown));
    }

    static String row(String nip, String name, String email, String position, String superior) {
        return String.join(";", nip, name, email, position, "JA", "", "UJI-A", superior) + "\n";
    }
}
