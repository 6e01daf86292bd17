/**
 * The rule books: models, tables and forms of one version, with a number of ours, a hash and where they come from. Nobody
 * enters this room.
 */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "engine", "gate"})
package id.laras.books;

import org.springframework.modulith.ApplicationModule;
