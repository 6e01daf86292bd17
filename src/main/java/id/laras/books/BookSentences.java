package id.laras.books;

import id.laras.rules.Refusal.Problem;
import id.laras.words.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says the faults of a book: where, what, and by which way one gets there. */
@Component
public class BookSentences {

    private final Sentences sentences;

    public BookSentences(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * One fault in words.
     *
     * @param path the steps of a shortest way there in one line, null without any
     */
    public record Said(String rule, String file, String element, String name, String sentence, String path) {

        /** All of it in one line. */
        public String line() {
            var where = file == null
                    ? ""
                    : name == null
                            ? element == null ? file : file + " › " + element
                            : file + " › " + name + " (" + element + ")";
            return (where.isEmpty() ? "" : where + ": ") + sentence + (path == null ? "" : " " + path);
        }
    }

    public List<Said> of(BookRefused refused) {
        return of(refused, sentences.language());
    }

    public List<Said> of(BookRefused refused, Locale language) {
        return refused.faults().stream().map(fault -> said(fault, language)).toList();
    }

    /** Sentences with sentences in them, as {@link BookComparison} gives them. */
    public List<String> of(List<Problem> changes) {
        return changes.stream().map(this::said).toList();
    }

    private String said(Problem change) {
        return sentences.of(
                change.key(),
                Stream.of(change.args())
                        .map(arg -> arg instanceof Problem inner ? said(inner) : arg)
                        .toArray());
    }

    private Said said(BookFault fault, Locale language) {
        return new Said(
                fault.rule(),
                fault.file(),
                fault.element(),
                fault.name(),
                sentences.of(new Problem(fault.key(), fault.args().toArray()), language),
                fault.path().isEmpty()
                        ? null
                        : sentences.of(new Problem("books.gate.path", String.join(" → ", fault.path())), language));
    }
}
