package id.laras.feedback;

import java.util.List;
import java.util.Objects;

/** What a colleague answers: the seven values, and one comment or none. */
public record Opinion(List<ValueRating> behaviour, String comment) {

    public Opinion {
        behaviour = behaviour == null
                ? List.of()
                : behaviour.stream().filter(Objects::nonNull).toList();
    }
}
