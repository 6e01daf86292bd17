package id.laras.succession.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import id.laras.cycle.EndReason;
import id.laras.security.CurrentActor;
import id.laras.succession.Deviations;
import id.laras.succession.EarlyEnds;
import id.laras.words.Notices;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class LinePageNoticeTests {

    /** They were sent on to a page that says 404, and read nothing of what they had done. */
    @Test
    void whoeverHasNoReachAnyMoreIsToldOfTheirDeed() {
        var nobodyWithinReach = mock(Deviations.class);
        var page = new LinePageController(
                null,
                null,
                mock(EarlyEnds.class),
                nobodyWithinReach,
                null,
                null,
                null,
                mock(CurrentActor.class),
                Clock.systemUTC());
        var next = new RedirectAttributesModelMap();

        var answer = page.end("e1", EndReason.MOVED, "Mutasi", null, next);

        assertThat(answer.getViewName()).isEqualTo("redirect:/hr/lines");
        assertThat(next.getFlashAttributes()).containsOnlyKeys(Notices.DONE);
    }
}
