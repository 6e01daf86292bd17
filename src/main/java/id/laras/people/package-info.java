/** Who works where and answers to whom; imported by HR. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security"})
package id.laras.people;

import org.springframework.modulith.ApplicationModule;
