package id.laras.followup;

/**
 * What the decision table proposes; a person decides (UU 27/2022 art. 10).
 *
 * @param code   code of a training in the catalogue, a {@link CoachingKind} for a coaching, else null
 * @param reason one sentence
 */
public record Proposal(MeasureKind kind, String code, String reason) {}
