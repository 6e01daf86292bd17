package id.laras.retention;

import id.laras.steps.TrailEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The one list of what goes when an evaluation, a cycle or a person is erased; a test holds it to the schema, so that no
 * text is added that nobody thought of. What stays: scores, predicates, moves, outcomes and their dates.
 */
@Component
class ErasedTables {

    /** Stands where a text has to be, in either language. */
    static final String GONE = "[…]";

    /** The only thing that an entry of the trail may be changed to; MariaDB's trigger knows it too. */
    static final String REDACTED = "{\"erased\":true}";

    /** By table: the rows of an evaluation that go altogether. */
    static final List<String> DELETED =
            List.of("stored_file", "feedback_answer", "feedback_invitation", "self_assessment", "assessor_rating");

    /** By table and column of an evaluation: what is written in its place; a missing text stays missing. */
    static final Map<String, Map<String, String>> REPLACED = replaced();

    private static Map<String, Map<String, String>> replaced() {
        var tables = new LinkedHashMap<String, Map<String, String>>();
        tables.put("evaluation", Map.of("confirm_note", GONE, "end_note", GONE));
        tables.put(
                "target_plan",
                Map.of(
                        "reason",
                        GONE,
                        "remark",
                        GONE,
                        "document",
                        "{\"behaviourExpectation\":null,\"leaderExpectation\":null,\"results\":[]}"));
        tables.put("check_in", Map.of("note", GONE, "progress", "[]", "feedback", GONE));
        tables.put("score", Map.of("explanation", "[]", "reason", GONE));
        tables.put("result_review", Map.of("reasons", GONE, "evidence", "[]"));
        tables.put("objection_decision", Map.of("reason", GONE, "hearing_assessor", GONE, "hearing_employee", GONE));
        tables.put("calibration_move", Map.of("reason", GONE));
        tables.put("follow_up", Map.of("proposals", "[]", "note", GONE));
        tables.put("training", Map.of("goal", GONE, "learned", GONE, "proof", "[]"));
        tables.put("coaching", Map.of("topic", GONE, "notes", GONE, "agreements", GONE));
        tables.put("reward", Map.of("citation", GONE, "reason", GONE));
        tables.put("assessor_change", Map.of("reason", GONE));
        tables.put("hand_over_note", Map.of("agreed", GONE, "seen", GONE, "remaining", GONE));
        tables.put("shortening", Map.of("reason", GONE));
        return tables;
    }

    /** Where accounts stand. */
    static final Map<String, List<String>> ACCOUNTS = accounts();

    private static Map<String, List<String>> accounts() {
        var tables = new LinkedHashMap<String, List<String>>();
        tables.put("evaluation", List.of("employee", "assessor", "superior", "confirmed_by", "ended_by"));
        tables.put("target_plan", List.of("proposed_by", "approved_by"));
        tables.put("score", List.of("decided_by"));
        tables.put("objection_decision", List.of("decided_by"));
        tables.put("calibration", List.of("decided_by"));
        tables.put("calibration_move", List.of("moved_by"));
        tables.put("follow_up", List.of("planned_by"));
        tables.put("coaching", List.of("held_by"));
        tables.put("reward", List.of("nominated_by", "decided_by"));
        tables.put("assessor_change", List.of("former", "successor", "decided_by"));
        tables.put("unit_predicate", List.of("set_by"));
        tables.put("opening", List.of("started_by"));
        tables.put("cycle_change", List.of("changed_by"));
        tables.put("rule_book", List.of("author", "approver"));
        tables.put("rule_book_proposal", List.of("author", "decided_by"));
        tables.put("reporting_line", List.of("recorded_by", "ended_by"));
        tables.put("absence", List.of("recorded_by"));
        tables.put("erasure", List.of("ordered_by"));
        tables.put("hand_over_note", List.of("writer"));
        tables.put("check_in", List.of("feedback_by"));
        tables.put("shortening", List.of("decided_by"));
        tables.put("substitution", List.of("named_by", "ended_by"));
        tables.put("substituted_step", List.of("actor", "person"));
        tables.put("privileged_change", List.of("account", "asked_by", "decided_by"));
        tables.put("one_time_code", List.of("issued_by"));
        tables.put("login_entry", List.of("account"));
        tables.put("waiting_import", List.of("asked_by"));
        tables.put("trail_entry", List.of("actor", "on_behalf_of"));
        return tables;
    }

    private final NamedParameterJdbcTemplate database;
    private final WaitingLines waiting;

    ErasedTables(NamedParameterJdbcTemplate database, WaitingLines waiting) {
        this.database = database;
        this.waiting = waiting;
    }

    /** Of evaluations, with their trail; doing it twice changes nothing. */
    void eraseEvaluations(Collection<String> ids) {
        var which = Map.of("ids", ids);
        DELETED.forEach(table -> database.update("delete from " + table + " where evaluation_id in (:ids)", which));
        REPLACED.forEach((table, columns) -> {
            var key = table.equals("evaluation") ? "id" : "evaluation_id";
            columns.forEach((column, by) -> database.update(
                    "update " + table + " set " + column + " = :by where " + column + " is not null and " + key
                            + " in (:ids)",
                    Map.of("by", by, "ids", ids)));
        });
        redactTrail(ids);
    }

    /** Of a whole cycle: the meetings, why HR changed it, and who was skipped at its opening. */
    void eraseCycle(String cycleId, Collection<String> meetings) {
        var which = Map.of("cycle", cycleId, "gone", GONE);
        database.update("update calibration set note = :gone where note is not null and cycle_id = :cycle", which);
        database.update("update cycle_change set reason = :gone where cycle_id = :cycle", which);
        database.update(
                "delete from opening_skip where opening_id in (select id from opening where cycle_id = :cycle)", which);
        redactTrail(Stream.concat(meetings.stream(), Stream.of(cycleId)).toList());
    }

    /** The deeds stay, with who and when; a deed that touched one evaluation stands twice. */
    private void redactTrail(Collection<String> subjects) {
        var which = Map.of("ids", subjects, "redacted", REDACTED, "kept", TrailEvent.keys(TrailEvent.Trait.KEPT));
        var doubled = database.query(
                "select d.id from trail_entry d join trail_entry t on t.recorded_at = d.recorded_at and t.what = d.what"
                        + " where d.subject = 'deeds' and d.answer = t.answer and t.subject in (:ids)"
                        + " and t.what not in (:kept)",
                which,
                (row, number) -> row.getLong(1));
        if (!doubled.isEmpty()) {
            database.update(
                    "update trail_entry set answer = :redacted where id in (:entries)",
                    Map.of("entries", doubled, "redacted", REDACTED));
        }
        database.update(
                "update trail_entry set answer = :redacted where subject in (:ids) and answer is not null"
                        + " and answer <> :redacted and what not in (:kept)",
                which);
    }

    /**
     * Puts a pseudonym wherever the person stands. The employee and the account get new rows, because others refer to them.
     *
     * @param pseudonym an account that nobody has, see {@code Pseudonym}
     */
    void erasePerson(String account, String nip, String name, Pseudonym pseudonym) {
        var words = Map.ofEntries(
                Map.entry("account", account),
                Map.entry("nip", nip),
                Map.entry("name", name),
                Map.entry("toAccount", pseudonym.account()),
                Map.entry("toNip", pseudonym.nip()),
                Map.entry("toName", Pseudonym.NAME),
                Map.entry("redacted", REDACTED),
                Map.entry("inDeeds", "%\"" + like(account) + "\"%"),
                Map.entry("typed", TrailEvent.keys(TrailEvent.Trait.TYPED)),
                Map.entry("inTyped", "%" + like(account) + "%"),
                // The code of a superior outside of the service may be a word of other texts too.
                Map.entry("nipInDeeds", nip.matches("\\d+") ? "%" + nip + "%" : "%\"" + like(nip) + "\"%"),
                Map.entry("nameInDeeds", "%" + like(name) + "%"));
        for (var sql : List.of(
                "insert into account (name, display_name, version, must_change, stamp)"
                        + " values (:toAccount, :toName, 0, false, 0)",
                "insert into employee (nip, name, position, position_kind, position_level, unit_code, superior_nip,"
                        + " account, ended_on, version) select :toNip, :toName, position, position_kind, position_level,"
                        + " unit_code, superior_nip, :toAccount, coalesce(ended_on, current_date), 0 from employee"
                        + " where nip = :nip",
                "update employee set superior_nip = :toNip where superior_nip = :nip",
                "update reporting_line set employee_nip = :toNip where employee_nip = :nip",
                "update reporting_line set superior_nip = :toNip where superior_nip = :nip",
                "delete from absence where employee_nip = :nip",
                "delete from official_acting where acting_nip = :nip or place_kind = 'EMPLOYEE' and place = :nip",
                "delete from opening_skip where employee_nip = :nip",
                "delete from task_draft where account = :account",
                "delete from task_draft_beside where account = :account",
                "update evaluation set employee_name = :toName, employee_nip = :toNip where employee_nip = :nip",
                "update evaluation set assessor_name = :toName where assessor = :account",
                "update substitution set reason = '" + GONE
                        + "' where reason is not null and :account in (person, substitute)",
                "update substitution set person = :toAccount where person = :account",
                "update substitution set substitute = :toAccount where substitute = :account",
                "update erasure set subject = :toAccount where subject = :account",
                "delete from api_token_role where token_id in (select id from api_token where account_name = :account)",
                "delete from api_token where account_name = :account",
                "delete from one_time_code where account_name = :account",
                "delete from known_client where account_name = :account",
                "delete from account_role where account_name = :account",
                "delete from account_unit where account_name = :account",
                "delete from employee where nip = :nip",
                "delete from account where name = :account",
                "update trail_entry set answer = :redacted where (subject = 'deeds' or subject like 'parts-%')"
                        + " and answer <> :redacted and"
                        + " (answer like :inDeeds escape '!' or answer like :nipInDeeds escape '!'"
                        + " or what in (:typed) and answer like :inTyped escape '!'"
                        + " or answer like :nameInDeeds escape '!')")) {
            database.update(sql, words);
        }
        waiting.erase(account, nip);
        ACCOUNTS.forEach((table, columns) -> columns.forEach(column -> database.update(
                "update " + table + " set " + column + " = :toAccount where " + column + " = :account", words)));
    }

    private static String like(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
