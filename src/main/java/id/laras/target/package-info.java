/** Planning: the targets (SKP) that employee and assessor agree on, in approved versions. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "people", "cycle", "engine"})
package id.laras.target;

import org.springframework.modulith.ApplicationModule;
