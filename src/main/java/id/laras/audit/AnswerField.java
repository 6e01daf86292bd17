package id.laras.audit;

import java.util.List;

/**
 * One line of an answer as a person reads it.
 *
 * @param label  what it is, in the reader's language
 * @param value  the value in the reader's language and number format, null when there are parts
 * @param fields the parts, empty for a plain value
 */
public record AnswerField(String label, String value, List<AnswerField> fields) {

    static AnswerField plain(String label, String value) {
        return new AnswerField(label, value, List.of());
    }

    static AnswerField group(String label, List<AnswerField> fields) {
        return new AnswerField(label, null, fields);
    }
}
