/** Everything that configures Camunda, and the one contract by which human steps enter the phases. Knows no phase. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security"})
package id.laras.engine;

import org.springframework.modulith.ApplicationModule;
