package id.laras.audit;

import id.laras.rules.Rows;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries of the trail by their numbers, some at a time: their answers are as long as people write, so that all of them are never
 * in memory at once. They never change, hence they are the same whenever they are read.
 */
@Component
class TrailRows {

    /** Entries in memory at once. */
    static final int AT_ONCE = 200;

    private final Trail trail;
    private final EntityManager entities;

    TrailRows(Trail trail, EntityManager entities) {
        this.trail = trail;
        this.entities = entities;
    }

    /** @return the entries in the order of their numbers; without what was erased meanwhile */
    @Transactional(readOnly = true)
    public List<TrailEntry> of(List<Long> numbers) {
        var found = trail.findByIdIn(numbers).stream().collect(Collectors.toMap(TrailEntry::id, Function.identity()));
        found.values().forEach(entities::detach);
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * @param words in small letters
     * @param shown what people read of an entry
     * @return the numbers of those entries that people know by these words
     */
    @Transactional(readOnly = true)
    public List<Long> saying(String words, List<Long> numbers, Function<List<TrailEntry>, List<String>> shown) {
        var saying = new ArrayList<Long>();
        for (var part : Rows.parts(numbers, AT_ONCE)) {
            var entries = of(part);
            var texts = shown.apply(entries);
            for (var i = 0; i < entries.size(); i++) {
                if (texts.get(i).contains(words)) {
                    saying.add(entries.get(i).id());
                }
            }
        }
        return saying;
    }
}
