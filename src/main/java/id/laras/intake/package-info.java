/** Takes over HR's files: checked, shown before, agreed to by a second person where they favour who imports. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "people"})
package id.laras.intake;

import org.springframework.modulith.ApplicationModule;
