package id.laras.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must be true of the files together with the organisation as it is known. Finds every error, not only the first. */
final class ImportRules {

    private static final Pattern NIP = Pattern.compile("\\d{18}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** What the engine's identity service takes as a user id. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{1,64}");

    private static final int NAME_LENGTH = 200;
    private static final int CODE_LENGTH = 64;
    private static final int LEVEL_LENGTH = 50;

    private final Organisation known;
    private final List<ImportError> errors;

    ImportRules(Organisation known, List<ImportError> errors) {
        this.known = known;
        this.errors = errors;
    }

    void check(List<UnitRow> units, List<EmployeeRow> employees) {
        checkUnits(units);
        checkEmployees(units, employees);
    }

    private void checkUnits(List<UnitRow> rows) {
        Map<String, String> parents = new HashMap<>(known.unitParents());
        Set<String> seen = new HashSet<>();
        for (var unit : rows) {
            required(unit.row(), "kode", unit.code(), CODE_LENGTH);
            required(unit.row(), "nama", unit.name(), NAME_LENGTH);
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
                error(unit.row(), "induk", "people.unit.unknown", parent);
            } else if (circular.contains(unit.code())) {
                error(unit.row(), "induk", "people.unit.circular", unit.code());
            }
        }
    }

    private void checkEmployees(List<UnitRow> units, List<EmployeeRow> rows) {
        Set<String> unitCodes = new HashSet<>(known.unitParents().keySet());
        units.forEach(unit -> unitCodes.add(unit.code()));
        checkNips(rows);
        checkLines(rows);
        checkAccounts(rows);
        for (var employee : rows) {
            var row = employee.row();
            required(row, "nama", employee.name(), NAME_LENGTH);
            required(row, "jabatan", employee.position(), NAME_LENGTH);
            required(row, "unit", employee.unitCode(), CODE_LENGTH);
            if (employee.unitCode() != null && !unitCodes.contains(employee.unitCode())) {
                error(row, "unit", "people.unit.unknown", employee.unitCode());
            }
            var email = employee.email();
            if (email != null
                    && (email.length() > NAME_LENGTH || !EMAIL.matcher(email).matches())) {
                error(row, "email", "people.email.invalid", email);
            }
            checkPosition(employee);
        }
    }

    private void checkPosition(EmployeeRow employee) {
        var kind = employee.positionKind();
        if (kind == null
                || Arrays.stream(PositionKind.values())
                        .noneMatch(each -> each.name().equals(kind))) {
            error(employee.row(), "jenis_jabatan", "people.positionKind.unknown", kind == null ? "" : kind);
        } else if (kind.equals(PositionKind.JF.name())) {
            required(employee.row(), "jenjang", employee.positionLevel(), LEVEL_LENGTH);
        } else if (employee.positionLevel() != null) {
            error(employee.row(), "jenjang", "people.positionLevel.onlyFunctional", kind);
        }
    }

    private void checkNips(List<EmployeeRow> rows) {
        Map<String, Integer> seen = new HashMap<>();
        for (var employee : rows) {
            var nip = employee.nip();
            if (nip == null || !NIP.matcher(nip).matches()) {
                error(employee.row(), "nip", "people.nip.invalid", nip == null ? "" : nip);
                continue;
            }
            var first = seen.putIfAbsent(nip, employee.row().number());
            if (first != null) {
                error(employee.row(), "nip", "people.nip.twice", nip, first);
            }
        }
    }

    private void checkLines(List<EmployeeRow> rows) {
        Map<String, String> supervisors = new HashMap<>(known.supervisors());
        rows.stream()
                .filter(employee -> employee.nip() != null)
                .forEach(employee -> supervisors.put(employee.nip(), employee.supervisorNip()));
        var circular = new Lines(supervisors).circular();
        for (var employee : rows) {
            var supervisor = employee.supervisorNip();
            if (supervisor == null) {
                continue;
            }
            if (supervisor.equals(employee.nip())) {
                error(employee.row(), "atasan_nip", "people.supervisor.self");
            } else if (!supervisors.containsKey(supervisor)) {
                error(employee.row(), "atasan_nip", "people.supervisor.unknown", supervisor);
            } else if (circular.contains(employee.nip())) {
                error(employee.row(), "atasan_nip", "people.supervisor.circular", employee.nip());
            }
        }
    }

    private void checkAccounts(List<EmployeeRow> rows) {
        Map<String, String> owners = new HashMap<>();
        known.accounts().forEach((nip, name) -> owners.put(lower(name), nip));
        for (var employee : rows) {
            var nip = employee.nip();
            var given = known.accounts().get(nip);
            var account = employee.account();
            if (given != null) {
                if (account != null && !account.equals(given)) {
                    error(employee.row(), "akun", "people.account.fixed", given);
                }
                continue;
            }
            account = account == null ? nip : account;
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

    private void required(CsvTable.Row row, String column, String value, int length) {
        if (value == null) {
            error(row, column, "people.cell.missing", column);
        } else if (value.length() > length) {
            error(row, column, "people.cell.tooLong", column, length);
        }
    }

    private void error(CsvTable.Row row, String column, String key, Object... args) {
        errors.add(row.error(column, key, args));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The errors in the order in which one mends them: by file, then by row. */
    static List<ImportError> inOrder(List<ImportError> errors, List<String> files) {
        List<ImportError> ordered = new ArrayList<>(errors);
        ordered.sort(Comparator.comparingInt((ImportError error) -> files.indexOf(error.file()))
                .thenComparingInt(ImportError::row));
        return ordered;
    }

    /**
     * The organisation before the import.
     *
     * @param unitParents unit code → code of the unit above, or null
     * @param supervisors NIP → NIP of the supervisor, or null
     * @param accounts    NIP → account
     */
    record Organisation(
            Map<String, String> unitParents, Map<String, String> supervisors, Map<String, String> accounts) {}
}
