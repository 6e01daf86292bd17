package id.laras.assessment;

/** Words that a person typed. */
final class Texts {

    private Texts() {}

    /** Whether nothing was said: null, empty or only white space. */
    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
