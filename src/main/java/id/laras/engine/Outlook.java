package id.laras.engine;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What follows from an answer, told to the person before it is sent for good and after.
 *
 * @param next         which of the sentences {@code engine.next.<next>} says who is awaited now
 * @param consequences what cannot be taken back; the person is asked once whenever there is one
 */
public record Outlook(String next, List<MessageSourceResolvable> consequences) {

    /** Sent without asking: what follows can still be put right. */
    public static Outlook next(String next) {
        return new Outlook(next, List.of());
    }

    public Outlook {
        consequences = List.copyOf(consequences);
    }

    /** A sentence of the bundles. */
    public static MessageSourceResolvable sentence(String key, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {key}, args);
    }
}
