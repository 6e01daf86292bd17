package id.laras.books;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Proposals, decided ones too. */
interface Proposals extends Repository<Proposal, String> {

    Proposal save(Proposal proposal);

    Optional<Proposal> findById(String id);

    List<Proposal> findByStateOrderByMadeAt(Proposal.State state);
}
