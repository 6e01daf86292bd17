package id.laras.security;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first account, so that the application never stands open waiting for somebody to claim it. Outside the demo
 * profile it does not start with a password that is missing, short or easily guessed; nor on a database
 * that was once a demo.
 */
@Component
@Order(0)
class FirstAdministrator implements InitializingBean, ApplicationRunner {

    static final String NAME = "admin";

    private final AccountService accounts;
    private final AccountDirectory directory;
    private final PasswordRules rules;
    private final String password;
    private final boolean demo;

    FirstAdministrator(
            AccountService accounts,
            AccountDirectory directory,
            PasswordRules rules,
            Environment environment,
            @Value("${laras.admin.password:}") String password) {
        this.accounts = accounts;
        this.directory = directory;
        this.rules = rules;
        this.password = password;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void afterPropertiesSet() {
        if (!demo) {
            if (!rules.problems(password, NAME, null).isEmpty()) {
                throw new DefaultSecret("The first administrator's password is missing, easy to guess, longer than "
                        + PasswordRules.LONGEST + " bytes or shorter than " + PasswordRules.SHORTEST
                        + " characters: set LARAS_ADMIN_PASSWORD to one of your own.");
            }
            if (TrialDoor.ACCOUNTS.stream()
                    .anyMatch(name -> !directory.roles(name).isEmpty() && directory.matches(name, "laras-demo"))) {
                throw new DefaultSecret("This database holds the public demo accounts: start with the demo profile"
                        + " or on an empty database.");
            }
        }
    }

    /** In one transaction: an account cut off before it had a password would keep the next start from making it. */
    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (!demo && directory.roles(NAME).isEmpty()) {
            accounts.addFirst(NAME, "Administrator", password);
        }
    }
}
