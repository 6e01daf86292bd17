package id.laras.intake;

import java.util.Map;

/** A row of a file as its table understands it. */
sealed interface ImportRow permits UnitRow, PositionRow, EmployeeRow, ActingRow {

    TableRow row();

    /** What tells the row from all others of its table; rows of the same key are the same thing. */
    String key();

    /** What a person calls it. */
    String title();

    /** What the row says, by column, as it is kept; a column that the file lacks is not there. */
    Map<String, String> values();
}
