package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.Races;
import id.laras.rules.Refusal;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/** Of two who change a cycle nobody sets back unseen what the other did. */
@LarasTest
@Tag("database")
class MendingRacesTests extends CycleMendingScene {

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotSetBackUnseen() {
        var mine = wish().targetsDue(cycle.targetsDue().plusDays(1)).of();
        var shown = previews.of(cycle.id(), mine).seal();
        var theirs = wish().assessmentDue(cycle.assessmentDue().plusDays(2)).of();
        mend(theirs);

        assertThatThrownBy(() -> mending.mend(cycle.id(), mine, REASON, shown, "", people.hr()))
                .hasMessage("cycle.mend.outdated");
        assertThat(mending.asItIs(cycle.id())).isEqualTo(theirs);

        var again = previews.of(cycle.id(), mine).seal();
        mending.mend(cycle.id(), mine, REASON, again, seal(mine), people.hr()).join();
        assertThat(mending.asItIs(cycle.id())).isEqualTo(mine);
    }

    /** Both were shown the cycle as it was: whoever comes second looks again, or waits for those who follow the first. */
    @Test
    void ofTwoWhoChangeACycleAtOnceOneIsAskedToLookAgain() throws Exception {
        var wishes = List.of(
                wish().targetsDue(cycle.targetsDue().plusDays(1)).of(),
                wish().assessmentDue(cycle.assessmentDue().plusDays(2)).of());
        var shown = wishes.stream()
                .map(wish -> previews.of(cycle.id(), wish).seal())
                .toList();
        var together = new CyclicBarrier(2);
        var both = IntStream.range(0, 2)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        mending.mend(cycle.id(), wishes.get(one), REASON, shown.get(one), "", people.hr())
                                .join();
                        return "";
                    } catch (Refusal refused) {
                        return refused.getMessage();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).containsOnlyOnce("").isSubsetOf("", "cycle.mend.outdated", "cycle.mend.behind");
        assertThat(mending.asItIs(cycle.id())).isEqualTo(wishes.get(both.indexOf("")));
        assertThat(mending.changes(cycle.id(), Pageable.unpaged())).hasSize(1);
        assertThat(trail("evaluation.rescheduled")).hasSize(1);
    }

    /** In words, at the field, and not by a page of its own without what was typed. */
    @Test
    void aNameThatSomebodyElseTakesAtThisMomentIsARefusal() {
        var mine = cycles.create(named("Milik saya " + id), people.hr());
        var wish = new Wish(mending.asItIs(mine.id())).name("Direbut " + id).of();
        var seal = seal(mine.id(), wish);

        assertThatThrownBy(() -> Races.whileUncommitted(
                        transactions,
                        () -> {
                            cycles.create(named("Direbut " + id), people.hr());
                            rows.flush();
                            return null;
                        },
                        () -> mending.mend(mine.id(), wish, REASON, seal, people.hr())
                                .join()))
                .cause()
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("cycle.name.");
        assertThat(mending.asItIs(mine.id()).name()).isEqualTo(mine.name());
    }
}
