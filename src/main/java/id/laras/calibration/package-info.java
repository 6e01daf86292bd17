/** One meeting per unit on the distribution of predicates; a person then fixes the result. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "steps",
            "words",
            "security",
            "people",
            "cycle",
            "opening",
            "succession",
            "assessment",
            "objection",
            "engine"
        })
package id.laras.calibration;

import org.springframework.modulith.ApplicationModule;
