package id.laras.intake;

import id.laras.people.PositionKind;
import id.laras.rules.Nip;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds what the rules allow but what is often a mistake: HR sees it in the preview, and is asked where it weighs much. */
final class ImportDoubts {

    /** Anywhere in a position, as a word of its own: "Sekretaris / Plt. Kepala Dinas" too. */
    private static final Pattern ACTING = Pattern.compile(
            "(?<!\\p{L})(?:p\\W{0,2}l\\W{0,2}[th]|pj|pjs|pgs|p?ymt|pelaksana\\s+(?:tugas|harian)|penjabat"
                    + "|pejabat\\s+(?:sementara|pelaksana))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Fewer of them could be rounded by a double by chance; then that is asked, not said. */
    static final int ENOUGH_TO_TELL_ROUNDING = 4;

    /** Between two doubles of the size of a NIP. */
    static final int STEP_OF_A_DOUBLE = 32;

    private static final int MORE_THAN_CHANCE = 4;

    private static final int OLDEST = 75;

    /** Years. */
    private static final int FAR = 5;

    private final KnownPeople known;
    private final LocalDate today;
    private final ImportErrors errors;

    ImportDoubts(KnownPeople known, LocalDate today, ImportErrors errors) {
        this.known = known;
        this.today = today;
        this.errors = errors;
    }

    void check(ImportPlanner.Asked asked) {
        asked.positions().forEach(row -> pointOutActing(row.row(), "nama", row.name()));
        asked.employees().forEach(row -> pointOutActing(row.row(), "jabatan", row.position()));
        asked.employees().forEach(this::askAboutLetters);
        asked.units().forEach(row -> askAboutLoss(ImportTable.UNITS, row, "induk", "people.notice.noParent"));
        asked.employees().forEach(row -> {
            askAboutLoss(ImportTable.EMPLOYEES, row, "atasan_nip", "people.notice.noSuperior");
            askAboutLoss(ImportTable.EMPLOYEES, row, "email", "people.notice.noEmail");
            askAboutLoss(ImportTable.EMPLOYEES, row, "berakhir", "people.notice.noEnd");
        });
        asked.acting().forEach(row -> askAboutLoss(ImportTable.ACTING, row, "sampai", "people.notice.noEnd"));
        asked.acting().forEach(this::askAboutYears);
        askAboutActingWhoLeft(asked);
        asked.employees().forEach(this::askAboutNobodyAbove);
        asked.employees().forEach(this::askAboutAge);
        askAboutSuperiorsWhoLeft(asked.employees());
        askAboutRounding(asked.employees());
        var people = new AlikePeople(known, asked.employees(), errors);
        asked.employees().forEach(people::ask);
        new AlikeCodes(known, errors).ask(asked);
    }

    /** An empty cell takes away what stood there: whom somebody answers to, how they are reached, that they have left. */
    private void askAboutLoss(ImportTable table, ImportRow row, String column, String key) {
        var before = known.of(table).get(row.key());
        var lost = before == null ? null : before.get(column);
        if (lost != null && row.row().cells().containsKey(column) && row.row().cell(column) == null) {
            ask(row.row(), column, key, lost);
        }
    }

    /** A letter of another script looks like one of ours, and no search and no comparison finds it. */
    private void askAboutLetters(EmployeeRow employee) {
        if (employee.name() != null && !isAsBefore(employee, "nama")) {
            employee.name()
                    .codePoints()
                    .filter(letter -> Character.isLetter(letter)
                            && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN
                            && Character.UnicodeScript.of(letter) != Character.UnicodeScript.COMMON)
                    .mapToObj(Character::toString)
                    .findFirst()
                    .ifPresent(letter -> ask(employee.row(), "nama", "people.notice.letters", employee.name(), letter));
        }
    }

    /** Whoever is new and answers to nobody is evaluated by nobody: right for the top only. */
    private void askAboutNobodyAbove(EmployeeRow employee) {
        if (employee.superiorNip() == null
                && employee.nip() != null
                && !known.of(ImportTable.EMPLOYEES).containsKey(employee.nip())
                && !employee.isOutside()
                && !PositionKind.JPT.name().equals(employee.positionKind())
                && employee.endedOn() == null) {
            ask(employee.row(), "atasan_nip", "people.notice.nobodyAbove");
        }
    }

    /** A year that was mistyped: an acting official is for months. */
    private void askAboutYears(ActingRow acting) {
        if (known.of(ImportTable.ACTING).containsKey(acting.key())) {
            return;
        }
        if (isFar(acting.firstDay())) {
            ask(
                    acting.row(),
                    "mulai",
                    "people.notice.actingYear",
                    acting.firstDay().toString());
        }
        if (isFar(acting.lastDay())) {
            ask(
                    acting.row(),
                    "sampai",
                    "people.notice.actingYear",
                    acting.lastDay().toString());
        }
    }

    private boolean isFar(LocalDate day) {
        return day != null && Math.abs(day.getYear() - today.getYear()) > FAR;
    }

    /** Whoever has left does nothing in anybody's place any more. */
    private void askAboutActingWhoLeft(ImportPlanner.Asked asked) {
        var lastDays = lastDays(asked.employees());
        for (var acting : asked.acting()) {
            var last = acting.actingNip() == null ? null : lastDays.get(acting.actingNip());
            var endsBefore = last != null
                    && (acting.lastDay() == null || acting.lastDay().isAfter(last))
                    && (acting.lastDay() == null || !acting.lastDay().isBefore(today));
            if (endsBefore && !known.of(ImportTable.ACTING).containsKey(acting.key())) {
                ask(acting.row(), "pelaksana_nip", "people.notice.actingLeft", acting.actingNip(), last.toString());
            }
        }
    }

    /** A year that was mistyped: nobody serves that long. */
    private void askAboutAge(EmployeeRow employee) {
        if (employee.endedOn() == null
                || employee.nip() == null
                || !Nip.isNip(employee.nip())
                || isAsBefore(employee, "berakhir")) {
            return;
        }
        var age = employee.endedOn().getYear() - Integer.parseInt(employee.nip().substring(0, 4));
        if (age > OLDEST) {
            ask(
                    employee.row(),
                    "berakhir",
                    "people.notice.oldest",
                    employee.endedOn().toString(),
                    age);
        }
    }

    private boolean isAsBefore(EmployeeRow employee, String column) {
        var before = known.of(ImportTable.EMPLOYEES).get(employee.nip());
        return before != null
                && Objects.equals(before.get(column), employee.values().get(column));
    }

    /** Whoever answers to somebody who is gone has nobody who assesses them. Asked of what is new: the line, or the last day. */
    private void askAboutSuperiorsWhoLeft(List<EmployeeRow> rows) {
        var lastDays = lastDays(rows);
        for (var row : rows) {
            var last = row.superiorNip() == null ? null : lastDays.get(row.superiorNip());
            var own = row.nip() == null ? null : lastDays.get(row.nip());
            if (last != null
                    && last.isBefore(today)
                    && (own == null || !own.isBefore(today))
                    && !(isAsBefore(row, "atasan_nip") && hadLastDay(row.superiorNip()))) {
                ask(row.row(), "atasan_nip", "people.notice.superiorLeft", row.superiorNip(), last.toString());
            }
        }
    }

    /** As they would be after the import, by NIP. */
    private Map<String, LocalDate> lastDays(List<EmployeeRow> rows) {
        Map<String, LocalDate> lastDays = new HashMap<>();
        known.column(ImportTable.EMPLOYEES, "berakhir")
                .forEach((nip, day) -> lastDays.put(nip, day == null ? null : LocalDate.parse(day)));
        rows.stream()
                .filter(row -> row.nip() != null && row.row().cells().containsKey("berakhir"))
                .forEach(row -> lastDays.put(row.nip(), row.endedOn()));
        return lastDays;
    }

    private boolean hadLastDay(String nip) {
        var before = known.of(ImportTable.EMPLOYEES).get(nip);
        return before != null && before.get("berakhir") != null;
    }

    /**
     * What doubles leave of eighteen digits are multiples of 32. One sound number in 32 is such: they are asked about where they
     * are four times as many. All of several are refused by {@link ImportRules}.
     */
    private void askAboutRounding(List<EmployeeRow> rows) {
        var added = rows.stream()
                .filter(row -> row.nip() != null && Nip.isNip(row.nip()))
                .filter(row -> !known.of(ImportTable.EMPLOYEES).containsKey(row.nip()))
                .toList();
        var multiples = added.stream()
                .filter(row -> Long.parseLong(row.nip()) % STEP_OF_A_DOUBLE == 0)
                .toList();
        var areRefused = multiples.size() == added.size() && added.size() >= ENOUGH_TO_TELL_ROUNDING;
        if (!areRefused && multiples.size() * STEP_OF_A_DOUBLE >= MORE_THAN_CHANCE * added.size()) {
            multiples.forEach(row -> ask(row.row(), "nip", "people.notice.rounded", row.nip()));
        }
    }

    private void pointOutActing(TableRow row, String column, String position) {
        if (position != null && ACTING.matcher(position).find()) {
            errors.note(ImportNotice.said(row.error(column, "people.notice.acting", position)));
        }
    }

    private void ask(TableRow row, String column, String key, Object... args) {
        errors.note(ImportNotice.asked(row.error(column, key, args)));
    }
}
