package id.laras;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A test that sends many requests takes long: it says so by {@code @Tag("walk")}, and {@code bin/test --quick} leaves it out. */
final class Walks implements BeforeAllCallback, AfterAllCallback {

    private static final String WALK = "walk";

    /** Requests of one class; each takes some milliseconds. */
    private static final int MANY = 300;

    private static final Namespace HERE = Namespace.create(Walks.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getStore(HERE).put(WALK, HttpPerson.sent());
    }

    @Override
    public void afterAll(ExtensionContext test) {
        var sent = HttpPerson.sent() - test.getStore(HERE).get(WALK, Integer.class);
        if (sent > MANY && !test.getTags().contains(WALK)) {
            throw new AssertionError("%s sends %d requests, more than the %d of a quick test: @Tag(\"%s\")"
                    .formatted(test.getRequiredTestClass().getName(), sent, MANY, WALK));
        }
    }
}
