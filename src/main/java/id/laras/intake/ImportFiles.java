package id.laras.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The files of one import, at most one for each table. */
public record ImportFiles(Map<ImportTable, SourceFile> byTable) {

    public ImportFiles {
        var known = new EnumMap<ImportTable, SourceFile>(ImportTable.class);
        byTable.forEach((table, file) -> {
            if (file != null) {
                known.put(table, file);
            }
        });
        byTable = known;
    }

    boolean none() {
        return byTable.isEmpty();
    }

    List<String> names() {
        return byTable.values().stream().map(SourceFile::name).toList();
    }
}
