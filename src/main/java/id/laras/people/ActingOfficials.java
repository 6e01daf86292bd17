package id.laras.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts for a person, a position or a unit's head (PLT/PLH), as imports and HR have written it down. */
@Component
class ActingOfficials {

    static final String PERSON = "EMPLOYEE";

    private static final String ON_THE_DAY = "first_day <= :day and (last_day is null or last_day >= :day)";

    private final JdbcClient database;

    ActingOfficials(JdbcClient database) {
        this.database = database;
    }

    /** The last day is inclusive here, null while no end is known. */
    record Entry(
            String placeKind, String place, String acting, ActingKind kind, LocalDate firstDay, LocalDate lastDay) {

        boolean isPerson() {
            return placeKind.equals(PERSON);
        }

        /** Code of the unit that it is about, null for a person or a position. */
        String unit() {
            return placeKind.equals("UNIT") ? place : null;
        }
    }

    /** The latest first, here and below. */
    List<Entry> on(LocalDate day) {
        return find(ON_THE_DAY, day, "");
    }

    /** Those of that day and of any later one. */
    List<Entry> from(LocalDate day) {
        return find("(last_day is null or last_day >= :day)", day, "");
    }

    /** Whether somebody acts for that person on one of these days. */
    boolean isTaken(String officialNip, LocalDate first, LocalDate last) {
        return find("first_day <= :day and place_kind = 'EMPLOYEE' and place = :place", last, officialNip).stream()
                .anyMatch(other -> other.lastDay() == null || !other.lastDay().isBefore(first));
    }

    /** Whether one of them acts for anybody on that day. */
    boolean acts(Collection<String> nips, LocalDate day) {
        return !nips.isEmpty()
                && database.sql("select count(*) from official_acting where acting_nip in (:nips) and " + ON_THE_DAY)
                                .param("nips", nips)
                                .param("day", day)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private List<Entry> find(String condition, LocalDate day, String place) {
        return database.sql(
                        "select place_kind, place, acting_nip, kind, first_day, last_day from official_acting where "
                                + condition + " order by first_day desc, acting_nip")
                .param("day", day)
                .param("place", place)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        ActingKind.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    void add(String officialNip, String actingNip, ActingKind kind, LocalDate first, LocalDate last) {
        database.sql("insert into official_acting (kind, last_day, place_kind, place, acting_nip, first_day, version)"
                        + " values (?, ?, 'EMPLOYEE', ?, ?, ?, 0)")
                .params(kind.name(), last, officialNip, actingNip, first)
                .update();
    }

    /** Names of the units and positions for which somebody ever acted, by kind and code. */
    Map<String, String> places() {
        Map<String, String> names = new HashMap<>();
        database.sql("select concat('UNIT', u.code), u.name from unit u join official_acting s"
                        + " on s.place_kind = 'UNIT' and s.place = u.code"
                        + " union select concat('POSITION', p.code), p.name from job_position p join official_acting s"
                        + " on s.place_kind = 'POSITION' and s.place = p.code")
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }
}
