package id.laras.audit;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Lets MariaDB allow two changes of an entry of the trail and no other: details that were there become the fixed form
 * "erased", and an account becomes a pseudonym (docs/adr/0062-what-of-the-trail-may-be-erased.md). Deleting stays
 * forbidden. H2 has no triggers in SQL, see {@link AppendOnlyTrail}.
 */
@Component
class RedactableTrail extends CodedMigration {

    RedactableTrail() {
        super("260", "redactable trail");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (isH2(context)) {
            return;
        }
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("drop trigger trail_entry_no_update");
            forbidOtherChanges(statement, "evaluation_id");
        }
    }

    /** @param subject the column that says what an entry is about; it has another name since {@link TrailSubject} */
    static void forbidOtherChanges(Statement statement, String subject) throws SQLException {
        // coalesce: what is unknown because something became null must not pass
        statement.execute("create trigger trail_entry_no_update before update on trail_entry for each row"
                + " if not coalesce(new.id = old.id"
                + " and binary new." + subject + " <=> binary old." + subject
                + " and new.recorded_at <=> old.recorded_at"
                + " and binary new.kind <=> binary old.kind"
                + " and binary new.what <=> binary old.what"
                + " and binary new.process <=> binary old.process"
                + " and binary new.task_id <=> binary old.task_id"
                + " and new.confidential <=> old.confidential"
                + " and (binary new.answer <=> binary old.answer"
                + " or old.answer is not null and binary new.answer <=> binary '{\"erased\":true}')"
                + " and " + sameOrPseudonym("actor") + " and " + sameOrPseudonym("on_behalf_of") + ", false)"
                + " then signal sqlstate '45000' set message_text = 'The trail is append-only'; end if");
    }

    private static String sameOrPseudonym(String column) {
        return "(binary new.%1$s <=> binary old.%1$s or old.%1$s is not null and binary new.%1$s regexp '^anon[0-9a-f]{16}$')"
                .formatted(column);
    }
}
