/**
 * How the application speaks: sentences in the reader's language, days and numbers as they write them, and what a page says of the
 * deed that led to it. Knows the web and no phase.
 */
@ApplicationModule(allowedDependencies = {"rules"})
package id.laras.words;

import org.springframework.modulith.ApplicationModule;
