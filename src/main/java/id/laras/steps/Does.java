package id.laras.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a delegate or a listener does in the eyes of the law; see {@link Deeds}. Those of human steps stand in {@link Step}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Does {

    Deed[] value() default {};

    /** The variable that the two outcomes set; empty when there is one outcome. */
    String flag() default "";

    Deed[] yes() default {};

    Deed[] no() default {};
}
