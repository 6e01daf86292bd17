package id.laras.security;

import id.laras.security.PrivilegedChange.State;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;

/** All of them, the decided ones too. */
interface PrivilegedChanges extends JpaRepository<PrivilegedChange, String> {

    Set<State> OPEN = EnumSet.of(State.WAITING, State.STANDING, State.WITHDRAWN);

    List<PrivilegedChange> findByStateInOrderByAskedAtAscIdAsc(Collection<State> states);

    List<PrivilegedChange> findByAccountAndAskedByAndStateIn(String account, String askedBy, Collection<State> states);

    List<PrivilegedChange> findByAccountAndStateInOrderByAskedAtAscIdAsc(String account, Collection<State> states);

    default List<PrivilegedChange> open() {
        return findByStateInOrderByAskedAtAscIdAsc(OPEN);
    }

    default List<PrivilegedChange> open(String account) {
        return findByAccountAndStateInOrderByAskedAtAscIdAsc(account, OPEN);
    }

    default List<PrivilegedChange> standing() {
        return findByStateInOrderByAskedAtAscIdAsc(List.of(State.STANDING));
    }

    /** Each page asks it for each change that is open: there may be hundreds on the first days. */
    default List<PrivilegedChange> standing(String account) {
        return findByAccountAndStateInOrderByAskedAtAscIdAsc(account, List.of(State.STANDING));
    }
}
