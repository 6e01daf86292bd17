package id.laras.security;

import id.laras.TestPeople;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The application's own encoder, which reckons once for each password and hash: the people of the tests have one password, and log
 * in, or send it, thousands of times.
 */
@Component
@Primary
class RememberedPasswords implements PasswordEncoder {

    private final PasswordEncoder own;
    private final String shared;
    private final Map<List<String>, Boolean> answers = new ConcurrentHashMap<>();

    RememberedPasswords(@Qualifier("passwords") PasswordEncoder own) {
        this.own = own;
        this.shared = own.encode(TestPeople.PASSWORD);
    }

    @Override
    public String encode(CharSequence password) {
        return TestPeople.PASSWORD.contentEquals(password) ? shared : own.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return answers.computeIfAbsent(List.of(password.toString(), hash), question -> own.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return own.upgradeEncoding(hash);
    }
}
