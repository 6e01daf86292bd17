package id.laras.engine;

import java.util.List;

/**
 * What an answer would come to if it were sent now, in the reader's language.
 *
 * @param asks         whether the person is asked once more before it is sent
 * @param consequences one sentence each; empty when nothing is asked
 * @param next         what comes next and who is awaited
 */
public record AnswerPreview(boolean asks, List<String> consequences, String next) {}
