package id.laras.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On what a form of a page sends and nobody can take back. Who sends it without having been asked, because no script ran, is
 * asked by the server before anything happens.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Asks {

    /**
     * Key of the sentence that says what will happen, the same as in the form's {@code data-ask}. Its arguments are the
     * variables of the path, in their order.
     */
    String value();
}
