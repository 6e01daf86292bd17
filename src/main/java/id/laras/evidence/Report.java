package id.laras.evidence;

import java.util.List;
import java.util.Objects;

/** What an employee reports in a check-in. Nothing is compulsory: an empty report is an answer too. */
public record Report(String note, List<CheckIn.Progress> progress) {

    public Report {
        progress = progress == null
                ? List.of()
                : progress.stream().filter(Objects::nonNull).toList();
    }
}
