package id.laras.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The accounts as the engine asks for them: who is there, who belongs to which group, does the password fit. Plain SQL,
 * because it is asked within the engine's own commands and must flush nothing there.
 */
@Component
public class AccountDirectory {

    private final JdbcClient database;
    private final PasswordEncoder passwords;

    private final ObjectProvider<UnitTree> tree;

    private volatile String nobodysHash;

    AccountDirectory(JdbcClient database, PasswordEncoder passwords, ObjectProvider<UnitTree> tree) {
        this.database = database;
        this.passwords = passwords;
        this.tree = tree;
    }

    public record Person(String name, String displayName, String email) {}

    /**
     * What to look for; null means any.
     *
     * @param names       any of these accounts
     * @param displayName SQL pattern
     * @param email       SQL pattern
     */
    public record Search(Collection<String> names, String displayName, String email, Role role) {}

    public List<Person> find(Search search, int first, int atMost) {
        if (search.names() != null && search.names().isEmpty()) {
            return List.of();
        }
        var where = new Where(search);
        return database.sql("select a.name, a.display_name, a.email from account a" + where.sql
                        + " order by a.name limit ? offset ?")
                .params(where.with(atMost, first))
                .query(Person.class)
                .list();
    }

    public long count(Search search) {
        if (search.names() != null && search.names().isEmpty()) {
            return 0;
        }
        var where = new Where(search);
        return database.sql("select count(*) from account a" + where.sql)
                .params(where.with())
                .query(Long.class)
                .single();
    }

    public Set<Role> roles(String name) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(database.sql("select role from account_role where account_name = ?")
                .param(name)
                .query((row, number) -> Role.valueOf(row.getString(1)))
                .list());
        return roles;
    }

    /** The units that somebody was made HR of, without those below. */
    public Set<String> units(String name) {
        return new TreeSet<>(database.sql("select unit_code from account_unit where account_name = ?")
                .param(name)
                .query(String.class)
                .list());
    }

    /** Every group of the engine that the account belongs to: one per role, and one per unit that its owner is HR of; none while it is closed. */
    public List<String> groups(String name) {
        if (isClosed(name)) {
            return List.of();
        }
        var roles = roles(name);
        var ofUnits = roles.contains(Role.UNIT_HR)
                ? tree.getObject().withBelow(units(name)).stream().map(Role.UNIT_HR::groupOf)
                : Stream.<String>empty();
        return Stream.concat(roles.stream().map(Role::group), ofUnits).toList();
    }

    /** Accounts that belong to one of these groups of the engine and are not closed, by name. */
    public List<String> members(Collection<String> groups) {
        var members = new TreeSet<>(holders(Arrays.stream(Role.values())
                .filter(role -> groups.contains(role.group()))
                .toList()));
        if (groups.stream().anyMatch(group -> group.startsWith(Role.UNIT_HR.groupOf("")))) {
            holders(List.of(Role.UNIT_HR)).stream()
                    .filter(name -> groups(name).stream().anyMatch(groups::contains))
                    .forEach(members::add);
        }
        return List.copyOf(members);
    }

    private List<String> holders(List<Role> roles) {
        return roles.isEmpty()
                ? List.of()
                : database.sql(
                                "select distinct r.account_name from account_role r join account a on a.name = r.account_name"
                                        + " where r.role in (:roles) and a.closed = false")
                        .param("roles", roles.stream().map(Role::name).toList())
                        .query(String.class)
                        .list();
    }

    /** Whether the administrator has closed the account. */
    public boolean isClosed(String name) {
        return database.sql("select count(*) from account where name = ? and closed = true")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Every account that the administrator has closed. */
    public Set<String> closed() {
        return new TreeSet<>(database.sql("select name from account where closed = true")
                .query(String.class)
                .list());
    }

    public boolean matches(String name, String password) {
        Optional<String> hash = database.sql("select password_hash from account where name = ?")
                .param(name)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(found -> found);
        var fits = passwords.matches(password == null ? "" : password, hash.orElseGet(this::nobodysHash));
        return fits && hash.isPresent();
    }

    /** Checked in place of a missing one, so that the time taken does not tell which accounts exist. */
    private String nobodysHash() {
        if (nobodysHash == null) {
            nobodysHash = passwords.encode("nobody");
        }
        return nobodysHash;
    }

    private static final class Where {

        private final String sql;
        private final List<Object> params = new ArrayList<>();

        Where(Search search) {
            var conditions = new ArrayList<String>();
            if (search.names() != null) {
                conditions.add("a.name in (" + "?, ".repeat(search.names().size() - 1) + "?)");
                params.addAll(search.names());
            }
            if (search.displayName() != null) {
                conditions.add("a.display_name like ?");
                params.add(search.displayName());
            }
            if (search.email() != null) {
                conditions.add("a.email like ?");
                params.add(search.email());
            }
            if (search.role() != null) {
                conditions.add("exists (select 1 from account_role r where r.account_name = a.name and r.role = ?)");
                params.add(search.role().name());
            }
            sql = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        List<Object> with(Object... more) {
            var all = new ArrayList<>(params);
            all.addAll(List.of(more));
            return all;
        }
    }
}
