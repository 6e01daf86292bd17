package id.laras;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;

/** Which room may enter which, as their packages say it; drawn in Mermaid. */
final class RoomsPicture {

    private static final Path ROOMS = Path.of("src/main/java/id/laras");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?id\\.laras\\.(\\w+)\\.");

    private static final Pattern ROW = Pattern.compile("(?m)^(\\| `(\\w+)` \\|.*)\\|[^|\\n]*\\|$");

    private final Map<String, Set<String>> enters = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();

    RoomsPicture() throws IOException {
        for (var folder : ROOMS.toFile().listFiles(File::isDirectory)) {
            var room = annotation(folder.getName());
            if (room != null) {
                var all = Set.of(room.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
                if (all) {
                    open.add(folder.getName());
                }
                enters.put(folder.getName(), all ? imported(folder.toPath()) : named(room));
            }
        }
    }

    /** Rooms from which a way leads back to themselves. */
    Set<String> circles() {
        return enters.keySet().stream()
                .filter(room -> below(room).contains(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An arrow is left out where other arrows lead to the same room. */
    String mermaid() {
        return "```mermaid\nflowchart TD\n"
                + enters.entrySet().stream()
                        .flatMap(room -> room.getValue().stream()
                                .filter(entered -> room.getValue().stream()
                                        .noneMatch(other -> below(other).contains(entered)))
                                .map(entered -> "  %s --> %s\n".formatted(room.getKey(), entered)))
                        .collect(joining())
                + "```\n";
    }

    /**
     * A table whose first column names the rooms: its last one says what each may enter.
     *
     * @throws IllegalStateException when a room has no row, or a row no room
     */
    String entered(String table) {
        var rows = ROW.matcher(table).results().map(row -> row.group(2)).collect(Collectors.toSet());
        if (!rows.equals(enters.keySet())) {
            throw new IllegalStateException("Rows of %s, rooms %s".formatted(rows, enters.keySet()));
        }
        return ROW.matcher(table)
                .replaceAll(row -> Matcher.quoteReplacement(row.group(1) + "| " + mayEnter(row.group(2)) + " |"));
    }

    private String mayEnter(String room) {
        return open.contains(room)
                ? "everything"
                : enters.get(room).isEmpty() ? "–" : String.join(", ", enters.get(room));
    }

    private Set<String> below(String room) {
        var found = new TreeSet<String>();
        var left = new TreeSet<>(enters.getOrDefault(room, Set.of()));
        while (!left.isEmpty()) {
            var next = left.pollFirst();
            if (found.add(next)) {
                left.addAll(enters.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    private static ApplicationModule annotation(String room) {
        try {
            return Class.forName("id.laras." + room + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Set<String> named(ApplicationModule room) {
        return Arrays.stream(room.allowedDependencies())
                .map(named -> named.replaceFirst(" *::.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a room that may enter every other: those that it enters. */
    private static Set<String> imported(Path room) throws IOException {
        try (var files = Files.walk(room)) {
            var found = new TreeSet<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(each -> each.group(1))
                        .forEach(found::add);
            }
            found.remove(room.getFileName().toString());
            return found;
        }
    }
}
