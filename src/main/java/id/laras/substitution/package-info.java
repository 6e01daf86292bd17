/** People who do certain tasks for others for a time: who, when, which; and where a conflict of interest forbids it, to anybody. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "steps",
            "words",
            "security",
            "people",
            "cycle",
            "assessment",
            "calibration",
            "engine"
        })
package id.laras.substitution;

import org.springframework.modulith.ApplicationModule;
