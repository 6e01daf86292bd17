package id.laras.people;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All units. */
public interface Units extends JpaRepository<Unit, String> {

    List<Unit> findAllByOrderByCode();
}
