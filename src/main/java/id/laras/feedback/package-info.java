/** Opinions of peers and subordinates, told only in sum. */
@ApplicationModule(
        allowedDependencies = {"rules", "steps", "words", "security", "people", "cycle", "succession", "engine"})
package id.laras.feedback;

import org.springframework.modulith.ApplicationModule;
