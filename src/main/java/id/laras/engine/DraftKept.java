package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What became of a text that was to be kept.
 *
 * @param version of the draft that is kept now
 * @param beside  id of the text when it is kept beside the draft, because it was typed without having seen it; null when it
 *                is the draft
 * @param others  what the person has typed besides it; they choose
 */
public record DraftKept(long version, @Nullable String beside, List<Other> others) {

    /**
     * @param id    of a text beside the draft; empty for the draft itself. Each save gives another, so that who names it has
     *              seen all of it
     * @param draft JSON of the text
     */
    public record Other(
            String id,

            @JsonRawValue @Schema(implementation = Object.class)
            String draft) {}
}
