package id.laras;

import id.laras.security.AccountService;
import id.laras.security.Role;
import org.springframework.stereotype.Component;

/** Accounts for tests; asking twice for the same one is fine. */
@Component
public class TestPeople {

    public static final String PASSWORD = "kata-sandi-uji";

    private final AccountService accounts;

    TestPeople(AccountService accounts) {
        this.accounts = accounts;
    }

    /** An account that can log in, with the role of staff and these. */
    public String account(String name, Role... roles) {
        accounts.register(name, "Uji " + name, name + "@laras.test");
        for (var role : roles) {
            accounts.grant(name, role);
        }
        accounts.setPassword(name, PASSWORD);
        return name;
    }
}
