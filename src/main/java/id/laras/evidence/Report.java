package id.laras.evidence;

import java.util.List;
import java.util.Objects;

/** What an employee reports in a check-in. No part is compulsory, but one of them is. */
public record Report(String note, List<CheckIn.Progress> progress) {

    public Report {
        progress = progress == null
                ? List.of()
                : progress.stream().filter(Objects::nonNull).toList();
    }
}
