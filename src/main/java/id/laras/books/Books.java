package id.laras.books;

import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rule books; none is ever deleted. */
interface Books extends Repository<Book, Integer> {

    /** At once, so that a number that is taken meanwhile is told as what it is. */
    Book saveAndFlush(Book book);

    Page<Book> findAllByOrderByNumberDesc(Pageable page);

    Optional<Book> findFirstByOrderByNumberDesc();

    Optional<Book> findByNumber(int number);

    @Query("select b.deploymentId from Book b")
    Set<String> deployments();

    /** 0 before the first. */
    @Query("select coalesce(max(b.number), 0) from Book b")
    int lastNumber();
}
