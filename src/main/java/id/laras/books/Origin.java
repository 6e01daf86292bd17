package id.laras.books;

/** Where a rule book comes from. */
public enum Origin {
    /** A release of the application brought it. */
    SHIPPED,
    /** HR uploaded it on the page. */
    PAGE,
    /** HR sent it from a modelling tool. */
    REST
}
