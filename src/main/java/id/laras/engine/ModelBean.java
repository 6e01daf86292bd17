package id.laras.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that models may name in an expression: a delegate, a listener, or one whose public methods answer a question of
 * the model, e.g. whom to ask. All other beans are invisible to models, and this one to the models of other processes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

    /** Keys of the processes whose models may name it. */
    String[] value();
}
