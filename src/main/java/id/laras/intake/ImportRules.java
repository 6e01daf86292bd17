package id.laras.intake;

import id.laras.people.PositionKind;
import id.laras.rules.Nip;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be true of the files together with the organisation as it is known. Finds every error, not only the first. */
final class ImportRules {

    /** The marks around it, as programs and people write them, are no part of it. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?!['.])[^@\\s:;,<>()\"/\\\\]+(?<!\\.)@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*");

    /** An address, or a number that is no part of any name. */
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}]*|.*@.*|.*\\d{6}.*");

    /** What the engine's identity service takes as a user id. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{1,64}");

    private static final int NAME_LENGTH = 200;
    private static final int CODE_LENGTH = 64;
    private static final int LEVEL_LENGTH = 50;

    /** What every database, address and file can hold: visible ASCII without blanks at the ends. */
    private static final Pattern CODE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private final Map<String, String> knownParents;
    private final Map<String, String> knownSuperiors;
    private final Map<String, String> knownAccounts;
    private final KnownPeople known;
    private final NipRules nips;
    private final LocalDate today;
    private final ImportErrors errors;

    ImportRules(KnownPeople known, NipRules nips, LocalDate today, ImportErrors errors) {
        this.known = known;
        this.knownParents = known.column(ImportTable.UNITS, "induk");
        this.knownSuperiors = known.column(ImportTable.EMPLOYEES, "atasan_nip");
        this.knownAccounts = known.column(ImportTable.EMPLOYEES, "akun");
        this.nips = nips;
        this.today = today;
        this.errors = errors;
    }

    void check(ImportPlanner.Asked asked) {
        var unitCodes = new UnitCodes(known.of(ImportTable.UNITS), asked.units());
        asked.employees().stream()
                .filter(ImportRules::isNobody)
                .forEach(row -> errors.addRow(row.row().error(null, "people.row.nobody")));
        checkUnits(asked.units(), unitCodes);
        checkPositions(asked.positions());
        checkEmployees(unitCodes, asked.employees());
        new ActingRules(known, unitCodes, nips, today, errors).check(asked);
    }

    /** A total, a signature, a second table: what stands below a list of people in an office's file. */
    private static boolean isNobody(EmployeeRow row) {
        var missing = Stream.of(row.name(), row.position(), row.positionKind(), row.unitCode())
                .filter(Objects::isNull)
                .count();
        return (row.nip() == null || !Nip.isNip(row.nip())) && missing > 1;
    }

    private void checkUnits(List<UnitRow> rows, UnitCodes codes) {
        Map<String, String> parents = new HashMap<>(knownParents);
        Set<String> seen = new HashSet<>();
        var spelling = spelling(ImportTable.UNITS);
        for (var unit : rows) {
            checkCode(unit.row(), unit.code(), spelling);
            required(unit.row(), "nama", unit.name(), NAME_LENGTH);
            if (unit.name() != null && unit.name().chars().noneMatch(Character::isLetter)) {
                error(unit.row(), "nama", "people.unit.letters", unit.name());
            }
            if (unit.code() != null) {
                parents.put(unit.code(), unit.parentCode());
                if (!seen.add(lower(unit.code()))) {
                    error(unit.row(), "kode", "people.unit.twice", unit.code());
                }
            }
        }
        var circular = new Lines(parents).circular();
        for (var unit : rows) {
            var parent = unit.parentCode();
            if (parent == null) {
                continue;
            }
            if (parent.equals(unit.code())) {
                error(unit.row(), "induk", "people.unit.ownParent");
            } else if (!parents.containsKey(parent)) {
                errors.add(codes.unknown(unit.row(), "induk", parent));
            } else if (circular.contains(unit.code())) {
                error(unit.row(), "induk", "people.unit.circular", unit.code());
            }
        }
    }

    private void checkPositions(List<PositionRow> rows) {
        Set<String> seen = new HashSet<>();
        var spelling = spelling(ImportTable.POSITIONS);
        for (var position : rows) {
            checkCode(position.row(), position.code(), spelling);
            if (position.code() != null && !seen.add(lower(position.code()))) {
                error(position.row(), "kode", "people.position.twice", position.code());
            }
            required(position.row(), "nama", position.name(), NAME_LENGTH);
            checkPosition(position.row(), position.positionKind(), position.positionLevel());
            if (position.competencies() == null) {
                error(position.row(), "kompetensi", "people.competencies.invalid");
            }
        }
    }

    /** Lower case → as it is written; a database may hold two spellings for the same. */
    private Map<String, String> spelling(ImportTable table) {
        Map<String, String> spelling = new HashMap<>();
        known.of(table).keySet().forEach(code -> spelling.put(lower(code), code));
        return spelling;
    }

    private void checkCode(TableRow row, String code, Map<String, String> spelling) {
        required(row, "kode", code, CODE_LENGTH);
        if (code == null) {
            return;
        }
        if (!CODE.matcher(code).matches()) {
            error(row, "kode", "people.code.invalid", code);
        } else if (UnitCodes.isAbbreviated(code) && code.contains("+")) {
            error(row, "kode", "people.unit.abbreviated", code);
        }
        var before = spelling.get(lower(code));
        if (before != null && !before.equals(code)) {
            error(row, "kode", "people.code.spelling", before);
        }
    }

    private void checkEmployees(UnitCodes unitCodes, List<EmployeeRow> rows) {
        checkNips(rows);
        checkLines(rows);
        checkAccounts(rows);
        new OutsideRules(known, errors).check(rows);
        for (var employee : rows) {
            var row = employee.row();
            required(row, "nama", employee.name(), NAME_LENGTH);
            if (employee.name() != null && NO_NAME.matcher(employee.name()).matches()) {
                error(row, "nama", "people.name.letters", employee.name());
            }
            required(row, "jabatan", employee.position(), NAME_LENGTH);
            if (employee.position() != null
                    && NO_NAME.matcher(employee.position()).matches()) {
                error(row, "jabatan", "people.position.letters", employee.position());
            }
            if (!employee.isOutside()) {
                required(row, "unit", employee.unitCode(), CODE_LENGTH);
            }
            if (employee.unitCode() != null && !unitCodes.contains(employee.unitCode())) {
                errors.add(unitCodes.unknown(row, "unit", employee.unitCode()));
            }
            var email = employee.email();
            if (email != null && strange(email).isPresent()) {
                error(
                        row,
                        "email",
                        "people.email.letters",
                        email,
                        strange(email).get());
            } else if (email != null
                    && (email.length() > NAME_LENGTH || !EMAIL.matcher(email).matches())) {
                error(row, "email", "people.email.invalid", email);
            }
            checkPosition(row, employee.positionKind(), employee.positionLevel());
            if (row.cell("berakhir") != null && employee.endedOn() == null) {
                errors.add(row.noDay("berakhir"));
            }
            checkService(employee);
        }
    }

    /** The first letter that no address has; often it looks the same as one of ours. */
    private static Optional<String> strange(String email) {
        return email.codePoints()
                .filter(letter -> letter > '~' && Character.isLetterOrDigit(letter))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** Nobody's service ends before it begins; of a contract only the year of its beginning is known. */
    private void checkService(EmployeeRow employee) {
        var nip = employee.nip();
        if (employee.endedOn() == null
                || nip == null
                || !Nip.isNip(nip)
                || nips.fault(nip, today).isPresent()) {
            return;
        }
        var begins = Nip.firstDay(nip).orElseThrow();
        if (employee.endedOn().isBefore(begins)) {
            error(
                    employee.row(),
                    "berakhir",
                    "people.end.beforeStart",
                    employee.endedOn().toString(),
                    YearMonth.from(begins).toString());
        }
    }

    private void checkPosition(TableRow row, String kind, String level) {
        if (kind == null
                || Arrays.stream(PositionKind.values())
                        .noneMatch(each -> each.name().equals(kind))) {
            error(row, "jenis_jabatan", "people.positionKind.unknown", kind == null ? "" : kind);
        } else if (kind.equals(PositionKind.JF.name())) {
            required(row, "jenjang", level, LEVEL_LENGTH);
        } else if (level != null) {
            error(row, "jenjang", "people.positionLevel.onlyFunctional", kind);
        }
    }

    /** Whoever is known keeps their number, whatever it is: nobody could be named without it. */
    private void checkNips(List<EmployeeRow> rows) {
        Map<String, Integer> seen = new HashMap<>();
        for (var employee : rows) {
            var nip = employee.nip();
            if (employee.isOutside()) {
                // OutsideRules says what their code may be.
                if (nip == null) {
                    continue;
                }
            } else if (nip == null) {
                error(employee.row(), "nip", "people.cell.missing", "nip");
                continue;
            } else if (!knownSuperiors.containsKey(nip) && isNoNip(employee.row(), "nip", nip)) {
                continue;
            }
            var first = seen.putIfAbsent(nip, employee.row().number());
            if (first != null) {
                error(employee.row(), "nip", "people.nip.twice", nip, first);
            }
        }
        checkRounding(rows);
    }

    /** Whether the number can be nobody's; then that is told. */
    private boolean isNoNip(TableRow row, String column, String nip) {
        var fault = nips.fault(nip, today);
        fault.ifPresent(problem -> error(row, column, problem.key(), problem.args()));
        return fault.isPresent();
    }

    /**
     * A program that holds numbers as doubles keeps of eighteen digits the nearest multiple of 32. By chance four numbers are
     * such once in a million files, if they differ in their last ten digits: the birthday before them is always a multiple.
     */
    private void checkRounding(List<EmployeeRow> rows) {
        var added = rows.stream()
                .filter(employee -> employee.nip() != null && Nip.isNip(employee.nip()))
                .filter(employee -> !knownSuperiors.containsKey(employee.nip()))
                .toList();
        var endings = added.stream()
                .map(employee ->
                        employee.nip().substring(Nip.birth(employee.nip()).length()))
                .distinct()
                .count();
        if (endings >= ImportDoubts.ENOUGH_TO_TELL_ROUNDING
                && added.stream()
                        .allMatch(employee -> Long.parseLong(employee.nip()) % ImportDoubts.STEP_OF_A_DOUBLE == 0)) {
            added.forEach(employee -> error(employee.row(), "nip", "people.nip.double", employee.nip()));
        }
    }

    private void checkLines(List<EmployeeRow> rows) {
        Map<String, String> superiors = new HashMap<>(knownSuperiors);
        rows.stream()
                .filter(employee -> employee.nip() != null)
                .forEach(employee -> superiors.put(employee.nip(), employee.superiorNip()));
        var circular = new Lines(superiors).circular();
        for (var employee : rows) {
            var superior = employee.superiorNip();
            if (superior == null) {
                continue;
            }
            if (superior.equals(employee.nip())) {
                error(employee.row(), "atasan_nip", "people.superior.self");
            } else if (!superiors.containsKey(superior)) {
                if (OutsideRules.isCode(superior) || !isNoNip(employee.row(), "atasan_nip", superior)) {
                    error(employee.row(), "atasan_nip", "people.superior.unknown", superior);
                }
            } else if (circular.contains(employee.nip())) {
                error(employee.row(), "atasan_nip", "people.superior.circular", employee.nip());
            }
        }
    }

    private void checkAccounts(List<EmployeeRow> rows) {
        Map<String, String> owners = new HashMap<>();
        knownAccounts.forEach((nip, name) -> owners.put(lower(name), nip));
        for (var employee : rows) {
            var nip = employee.nip();
            var given = knownAccounts.get(nip);
            var account = employee.account();
            if (given != null) {
                if (account != null && !account.equals(given)) {
                    error(employee.row(), "akun", "people.account.fixed", given);
                }
                continue;
            }
            account = account == null && nip != null && (employee.isOutside() || Nip.isNip(nip)) ? nip : account;
            if (account == null) {
                continue;
            }
            if (!ACCOUNT.matcher(account).matches()) {
                error(employee.row(), "akun", "people.account.invalid", account);
                continue;
            }
            var owner = owners.putIfAbsent(lower(account), nip == null ? "" : nip);
            if (owner != null && !owner.equals(nip)) {
                error(employee.row(), "akun", "people.account.taken", account);
            }
        }
    }

    private void required(TableRow row, String column, String value, int length) {
        if (value == null) {
            error(row, column, "people.cell.missing", column);
        } else if (value.length() > length) {
            error(row, column, "people.cell.tooLong", column, length);
        }
    }

    private void error(TableRow row, String column, String key, Object... args) {
        errors.add(row.error(column, key, args));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
