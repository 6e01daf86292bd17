/** Who works where and answers to whom, on which day; the intake takes it over from HR's files. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "security"})
package id.laras.people;

import org.springframework.modulith.ApplicationModule;
