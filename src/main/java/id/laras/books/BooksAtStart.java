package id.laras.books;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Records what the engine has just deployed, and what it had deployed before there were books. Servers start one after
 * another ({@code StartLock}), so the second finds the first one's books.
 */
@Component
@Order(0)
class BooksAtStart implements ApplicationRunner {

    private final RuleBooks books;

    BooksAtStart(RuleBooks books) {
        this.books = books;
    }

    @Override
    public void run(ApplicationArguments args) {
        books.recordNew();
    }
}
