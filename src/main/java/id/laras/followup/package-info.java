/** Training, coaching or reward that a person plans from the fixed result. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "steps",
            "words",
            "security",
            "people",
            "cycle",
            "evidence",
            "assessment",
            "engine"
        })
package id.laras.followup;

import org.springframework.modulith.ApplicationModule;
