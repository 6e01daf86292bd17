package id.laras.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.TestPeople;
import id.laras.lifecycle.Town;
import id.laras.rules.Refusal;
import id.laras.security.FourEyes.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two administrators, somebody of HR and somebody without a role; whoever came by a test leaves with it. */
abstract class FourEyesScene {

    static final String NOT_YOU = "security.change.notYou";

    /** Whom the configuration of the tests vouches for. */
    static final String WITNESS = "ujisaksi";

    @Autowired
    FourEyes fourEyes;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountDirectory directory;

    @Autowired
    TestPeople people;

    @Autowired
    Town towns;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    final List<String> shutOut = new ArrayList<>();

    final List<String> mine = new ArrayList<>();

    Actor first;

    Actor second;

    Actor hr;

    String somebody;

    @BeforeEach
    void arrive() {
        first = person(Role.ADMIN);
        second = person(Role.ADMIN);
        hr = person(Role.HR);
        somebody = person().account();
    }

    @AfterEach
    void leave() {
        database.sql("update privileged_change set state = 'UNDONE' where state in ('WAITING', 'STANDING', 'WITHDRAWN')"
                        + " and (asked_by in (:mine) or account in (:mine))")
                .param("mine", mine)
                .update();
        if (!shutOut.isEmpty()) {
            database.sql("update account set closed = false where name in (:names)")
                    .param("names", shutOut)
                    .update();
        }
        database.sql("delete from account_role where role <> 'STAFF' and account_name in (:mine)")
                .param("mine", mine)
                .update();
    }

    Actor person(Role... roles) {
        var name = "uji" + UUID.randomUUID().toString().substring(0, 8);
        people.account(name, roles);
        mine.add(name);
        return new Actor(name, Set.of(roles));
    }

    Outcome give(String account, Actor by, Role... roles) {
        return fourEyes.setRoles(account, Set.of(roles), Set.of(), by).outcome();
    }

    /** Nobody but these is an administrator, until the test is over. */
    void alone(Actor... these) {
        var names = database
                .sql("select a.name from account a join account_role r on r.account_name = a.name"
                        + " where r.role = 'ADMIN' and a.closed = false")
                .query(String.class)
                .list()
                .stream()
                .filter(name ->
                        List.of(these).stream().noneMatch(kept -> kept.account().equals(name)))
                .toList();
        shutOut.addAll(names);
        if (!names.isEmpty()) {
            database.sql("update account set closed = true where name in (:names)")
                    .param("names", names)
                    .update();
        }
    }

    String withdrawn(String account) {
        return database.sql("select id from privileged_change where state = 'WITHDRAWN' and account = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    List<String> standing() {
        return database.sql("select id from privileged_change where state = 'STANDING' and asked_by in (:mine)"
                        + " order by asked_at, kind")
                .param("mine", mine)
                .query(String.class)
                .list();
    }

    String onlyChange() {
        return id("1 = 1", "x");
    }

    String change(String kind) {
        return id("kind = :value", kind);
    }

    String changeOf(String account) {
        return id("account = :value", account);
    }

    String id(String condition, String value) {
        return database.sql("select id from privileged_change where state in ('WAITING', 'STANDING')"
                        + " and asked_by in (:mine) and " + condition + " and :value = :value")
                .param("mine", mine)
                .param("value", value)
                .query(String.class)
                .single();
    }

    String page(Actor actor, String path) {
        return HttpPerson.loggedIn(port, actor.account()).get(path).body();
    }

    List<String> deedsOf(Actor actor) {
        return database.sql("select what from trail_entry where actor = ? order by id")
                .param(actor.account())
                .query(String.class)
                .list();
    }

    static void refused(ThrowingCallable deed, String why) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessage(why);
    }
}
