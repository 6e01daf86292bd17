package id.laras.engine;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of a text that was to be kept.
 *
 * @param version of the draft that is kept now
 * @param beside  whether the text is kept beside it, because it was typed without having seen it
 * @param other   JSON of the text that the person has besides the one sent, or null; they choose
 */
public record DraftKept(
        long version,
        boolean beside,
        @JsonRawValue @Schema(implementation = Object.class) String other) {}
