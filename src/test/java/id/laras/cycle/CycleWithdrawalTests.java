package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cycle that was made by mistake is changed or withdrawn while nobody is in it. */
@LarasTest
@Tag("database")
class CycleWithdrawalTests extends CycleMendingScene {

    @Autowired
    CycleWithdrawal withdrawal;

    @Test
    void aCycleOpenedForNobodyCanBeChangedOrWithdrawnFreeingItsName() {
        var other = cycles.create(named("Keliru " + id), people.hr());
        var wish = wish().name("Benar " + id)
                .firstDay(cycle.firstDay().plusDays(1))
                .of();
        mending.mend(other.id(), wish, REASON, seal(other.id(), wish), people.hr())
                .join();
        assertThat(mending.asItIs(other.id())).isEqualTo(wish);

        assertThatThrownBy(() -> withdrawal.withdraw(other.id(), "", people.hr()))
                .hasMessage("cycle.handOver.reason");
        withdrawal.withdraw(other.id(), REASON, people.hr());

        assertThatThrownBy(() -> mending.asItIs(other.id())).hasMessage("cycle.unknown");
        assertThat(database.sql("select answer from trail_entry where what = 'cycle.withdrawn' and answer like ?")
                        .param("%Benar " + id + "%")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(answer -> assertThat(answer).contains(REASON));
        cycles.create(named("Benar " + id));
    }

    @Test
    void aCycleThatWasOpenedIsNotWithdrawn() {
        assertThatThrownBy(() -> withdrawal.withdraw(cycle.id(), REASON, people.hr()))
                .hasMessage("cycle.withdraw.opened");
    }
}
