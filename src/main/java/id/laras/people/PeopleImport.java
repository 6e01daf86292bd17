package id.laras.people;

import id.laras.people.ImportReport.Counts;
import id.laras.security.Account;
import id.laras.security.AccountService;
import id.laras.security.Accounts;
import id.laras.security.Deeds;
import id.laras.security.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over units and employees from HR's files, all or nothing. Works on whole sets (load, compare, save what
 * differs), adds and changes but never removes, and does nothing the second time. A new employee gets an account
 * without a password; a file never grants a role.
 */
@Service
public class PeopleImport {

    private final Units units;
    private final Employees employees;
    private final Accounts accounts;
    private final AccountService accountService;
    private final Deeds deeds;

    PeopleImport(Units units, Employees employees, Accounts accounts, AccountService accountService, Deeds deeds) {
        this.units = units;
        this.employees = employees;
        this.accounts = accounts;
        this.accountService = accountService;
        this.deeds = deeds;
    }

    /**
     * Imports one or both files.
     *
     * @param unitFile     columns kode, nama, induk; null when the units stay as they are
     * @param employeeFile columns nip, nama, email, jabatan, jenis_jabatan (JPT/JA/JF), jenjang, unit, atasan_nip and,
     *                     if wanted, akun (the NIP otherwise); null when the employees stay as they are
     * @param by           account of who imports, or null for the application itself
     */
    @Transactional
    public ImportReport run(SourceFile unitFile, SourceFile employeeFile, String by) {
        List<ImportError> errors = new ArrayList<>();
        var unitRows = rows(unitFile, UnitRow.COLUMNS, UnitRow::of, errors);
        var employeeRows = rows(employeeFile, EmployeeRow.COLUMNS, EmployeeRow::of, errors);
        if (errors.isEmpty()) {
            new ImportRules(known(), errors).check(unitRows, employeeRows);
        }
        if (!errors.isEmpty()) {
            return ImportReport.refused(
                    ImportRules.inOrder(errors, unitFile == null ? List.of() : List.of(unitFile.name())));
        }
        var report = new ImportReport(List.of(), saveUnits(unitRows), saveEmployees(employeeRows));
        var files = Stream.of(unitFile, employeeFile)
                .filter(Objects::nonNull)
                .map(SourceFile::name)
                .toList();
        deeds.record(by, "people.imported", null, new Imported(files, report.units(), report.employees()));
        return report;
    }

    /** What the trail keeps of an import. */
    record Imported(List<String> files, Counts organisationUnits, Counts employees) {}

    private static <R> List<R> rows(
            SourceFile file, List<String> columns, Function<CsvTable.Row, R> of, List<ImportError> errors) {
        return file == null
                ? List.of()
                : CsvTable.read(file, columns, errors).stream().map(of).toList();
    }

    private ImportRules.Organisation known() {
        Map<String, String> parents = new HashMap<>();
        units.findAll().forEach(unit -> parents.put(unit.code(), unit.parentCode()));
        Map<String, String> supervisors = new HashMap<>();
        Map<String, String> owned = new HashMap<>();
        for (var employee : employees.findAll()) {
            supervisors.put(employee.nip(), employee.supervisorNip());
            owned.put(employee.nip(), employee.account());
        }
        return new ImportRules.Organisation(parents, supervisors, owned);
    }

    private static String account(EmployeeRow row) {
        return row.account() == null ? row.nip() : row.account();
    }

    private Counts saveUnits(List<UnitRow> rows) {
        var known = byKey(units.findAll(), Unit::code);
        var asked = byKey(rows, UnitRow::code);
        var count = new Tally();
        Map<String, String> above = new LinkedHashMap<>();
        asked.values().forEach(row -> above.put(row.code(), row.parentCode()));
        List<Unit> added = new ArrayList<>();
        for (var code : new Lines(above).topDown()) {
            var row = asked.get(code);
            var unit = known.get(code);
            if (row != null && unit == null) {
                added.add(new Unit(code, row.name(), row.parentCode()));
            } else if (row != null) {
                count.found(unit.describe(row.name(), row.parentCode()));
            }
        }
        units.saveAll(added);
        return count.with(added.size());
    }

    private Counts saveEmployees(List<EmployeeRow> rows) {
        var known = byKey(employees.findAll(), Employee::nip);
        var asked = byKey(rows, EmployeeRow::nip);
        var count = new Tally();
        Map<String, String> above = new LinkedHashMap<>();
        asked.values().forEach(row -> above.put(row.nip(), row.supervisorNip()));
        List<Employee> added = new ArrayList<>();
        List<Employee> changed = new ArrayList<>();
        for (var nip : new Lines(above).topDown()) {
            var row = asked.get(nip);
            if (row == null) {
                continue;
            }
            var employee = known.get(nip);
            if (employee == null) {
                var created = new Employee(nip, account(row));
                created.describe(row);
                added.add(created);
            } else {
                var differs = employee.describe(row);
                count.found(differs);
                if (differs) {
                    changed.add(employee);
                }
            }
        }
        employees.saveAll(added);
        registerAccounts(added);
        registerAccounts(changed);
        return count.with(added.size());
    }

    /** An account with a role stays as it is: a file must not change how an administrator is reached. */
    private void registerAccounts(List<Employee> described) {
        var names = described.stream().map(Employee::account).toList();
        var privileged = accounts.findAllById(names).stream()
                .filter(account -> !account.roles().equals(Set.of(Role.STAFF)))
                .map(Account::name)
                .collect(Collectors.toSet());
        described.stream()
                .filter(employee -> !privileged.contains(employee.account()))
                .forEach(employee -> accountService.register(employee.account(), employee.name(), employee.email()));
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    /** Counts the rows that were known before. */
    private static final class Tally {

        private int changed;
        private int unchanged;

        void found(boolean differs) {
            if (differs) {
                changed++;
            } else {
                unchanged++;
            }
        }

        Counts with(int added) {
            return new Counts(added, changed, unchanged);
        }
    }
}
