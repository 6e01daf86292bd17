package id.laras.security;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who counts as the second person where another room lets two agree (docs/adr/0070-no-administrator-alone.md). */
@Component
@Transactional(readOnly = true)
public class SecondPerson {

    private final Ranks ranks;

    SecondPerson(Ranks ranks) {
        this.ranks = ranks;
    }

    /** Whether nobody doubts that they are of HR or an administrator: no administrator made them that alone. */
    public boolean isBeyondDoubt(String account) {
        return ranks.isHr(account) || ranks.isAdministrator(account);
    }

    /** Whether they are, or were, of HR only by what the maker did alone, which no second person has confirmed. */
    public boolean wasMadeHrBy(String maker, String account) {
        return !ranks.isHr(account) && ranks.gaveAlone(maker, account);
    }
}
