package id.laras.security;

import id.laras.security.PrivilegedChange.State;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All of them, the decided ones too. */
interface PrivilegedChanges extends JpaRepository<PrivilegedChange, String> {

    List<PrivilegedChange> findByStateInOrderByAskedAtAscIdAsc(Collection<State> states);

    List<PrivilegedChange> findByAccountAndAskedByAndStateIn(String account, String askedBy, Collection<State> states);

    default List<PrivilegedChange> open() {
        return findByStateInOrderByAskedAtAscIdAsc(List.of(State.WAITING, State.STANDING, State.WITHDRAWN));
    }

    default List<PrivilegedChange> standing() {
        return findByStateInOrderByAskedAtAscIdAsc(List.of(State.STANDING));
    }
}
