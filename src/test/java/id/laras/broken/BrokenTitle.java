package id.laras.broken;

import org.junit.jupiter.api.Test;

/** Abstract, so that no run takes it for a test. */
abstract class BrokenTitle {

    @Test
    void aTestWhoseTitleTellsTheWholeStoryInsteadOfTheRuleIsTooLongToRead() {}
}
