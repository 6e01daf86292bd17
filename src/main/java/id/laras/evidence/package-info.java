/** Execution: check-ins with progress and feedback, and the files that prove a result. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "people", "cycle", "target", "engine"})
package id.laras.evidence;

import org.springframework.modulith.ApplicationModule;
