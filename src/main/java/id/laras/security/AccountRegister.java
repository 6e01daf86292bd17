package id.laras.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds and describes the accounts of thousands of people with a few statements; {@link AccountService} does it for one. */
@Component
public class AccountRegister {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    AccountRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds who has no account yet, without a password, and updates how the others are called. An account with a role
     * stays as it is: a file must not change how an administrator is reached.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void describe(Collection<Person> people) {
        Map<String, Person> byAccount = new HashMap<>();
        people.forEach(person -> byAccount.put(person.account(), person));
        var names = new ArrayList<>(byAccount.keySet());
        for (var from = 0; from < names.size(); from += BATCH) {
            describe(names.subList(from, Math.min(from + BATCH, names.size())), byAccount);
        }
    }

    private void describe(List<String> names, Map<String, Person> byAccount) {
        var places = String.join(",", names.stream().map(name -> "?").toList());
        var known = found("select name from account where name in (" + places + ")", names);
        var privileged = found(
                "select account_name from account_role where role <> '" + Role.STAFF + "' and account_name in ("
                        + places + ")",
                names);
        List<Object[]> added = new ArrayList<>();
        List<Object[]> described = new ArrayList<>();
        for (var name : names) {
            var person = byAccount.get(name);
            if (!known.contains(name)) {
                added.add(new Object[] {person.displayName(), person.email(), name});
            } else if (!privileged.contains(name)) {
                described.add(new Object[] {person.displayName(), person.email(), name});
            }
        }
        jdbc.batchUpdate("insert into account (display_name, email, name, version) values (?, ?, ?, 0)", added);
        jdbc.batchUpdate(
                "insert into account_role (account_name, role) values (?, '" + Role.STAFF + "')",
                added.stream().map(account -> new Object[] {account[2]}).toList());
        jdbc.batchUpdate(
                "update account set display_name = ?, email = ?, version = version + 1 where name = ?", described);
    }

    private Set<String> found(String query, List<String> names) {
        return new HashSet<>(jdbc.queryForList(query, String.class, names.toArray()));
    }

    /** @param email may be null */
    public record Person(String account, String displayName, String email) {}
}
