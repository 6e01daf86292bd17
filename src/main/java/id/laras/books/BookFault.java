package id.laras.books;

import java.util.List;

/**
 * Why a book is refused.
 *
 * @param rule    name; its sentence is {@code books.gate.<rule>}
 * @param file    null for what is said of the whole book
 * @param element the id at fault, null for what is said of a whole file
 * @param name    what is written on the element, null without a label
 * @param path    what happens on a shortest way there, in the words of the diagram; empty for what the drawing alone shows
 * @param args    of the sentence
 */
public record BookFault(String rule, String file, String element, String name, List<String> path, List<Object> args) {

    public static BookFault ofFile(String rule, String file, Object... args) {
        return new BookFault(rule, file, null, null, List.of(), List.of(args));
    }

    public String key() {
        return "books.gate." + rule;
    }
}
