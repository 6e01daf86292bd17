package id.laras.security;

import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: the one policy, whoever sets it and wherever (docs/adr/0072-what-a-password-is.md). No rule about kinds of characters:
 * they lead to "P@ssw0rd1234", which is among the first that are tried.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
public class PasswordRules {

    /** Characters. */
    public static final int SHORTEST = 12;

    /** Bytes; bcrypt reads no further. */
    static final int LONGEST = 72;

    /** Bits, log2 of the guesses of somebody who knows the usual passwords, words and patterns: a thousand million. */
    private static final double WEAKEST = 30;

    /** Milliseconds; a password built to be hard to take apart is judged by what was found until then. */
    private static final long PATIENCE = 200;

    private static final int SHORTEST_WORD = 3;

    private final PasswordSettings settings;

    /** Takes a second and some memory: made when the first password is chosen. */
    private volatile Nbvcxz guesser;

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
    }

    /** @throws Refusal with every rule that the password breaks */
    void check(String password, String account, String displayName) {
        Refusal.ifAny(problems(password, account, displayName));
    }

    /** @param displayName may be null */
    List<Problem> problems(String password, String account, String displayName) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return List.of(new Problem("security.account.shortPassword", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return List.of(new Problem("security.account.longPassword", LONGEST));
        }
        if (password.toLowerCase(Locale.ROOT).contains(account)) {
            return List.of(new Problem("security.account.passwordIsName"));
        }
        var unnamed = without(password, displayName);
        if (unnamed.isEmpty() || guesser().estimate(unnamed).getEntropy() < WEAKEST) {
            return List.of(new Problem("security.account.commonPassword"));
        }
        return List.of();
    }

    /** Whoever guesses knows the person's name: it adds nothing. */
    private static String without(String password, String displayName) {
        var rest = password.toLowerCase(Locale.ROOT);
        var words = displayName == null ? List.<String>of() : Arrays.asList(displayName.split("\\P{L}+"));
        var found = false;
        for (var word : words) {
            if (word.length() >= SHORTEST_WORD && rest.contains(word.toLowerCase(Locale.ROOT))) {
                rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
                found = true;
            }
        }
        return found ? rest : password;
    }

    private Nbvcxz guesser() {
        if (guesser == null) {
            var dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
            dictionaries.add(new DictionaryBuilder()
                    .setDictionaryName("agency")
                    .setExclusion(false)
                    .addWords(words(), 1)
                    .createDictionary());
            guesser = new Nbvcxz(new ConfigurationBuilder()
                    .setDictionaries(dictionaries)
                    .setLocale(Locale.ENGLISH)
                    .setCombinationAlgorithmTimeout(PATIENCE)
                    .createConfiguration());
        }
        return guesser;
    }

    private Set<String> words() {
        var words = new HashSet<String>();
        settings.words().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        try {
            new ClassPathResource("passwords/words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(words::add);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return words;
    }
}
