package id.laras.security;

/** Tells who decides about others without a role: the rooms that know superiors and substitutes answer. */
public interface Assessors {

    /** Whether the owner of the account rates, confirms or decides for anybody now. */
    boolean include(String account);

    /** Whether they do, or will when the next evaluations open. */
    default boolean willInclude(String account) {
        return include(account);
    }
}
