/** The employee accepts the result or objects; the assessor's superior decides, finally. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "steps",
            "words",
            "security",
            "people",
            "cycle",
            "succession",
            "target",
            "evidence",
            "feedback",
            "assessment",
            "engine"
        })
package id.laras.objection;

import org.springframework.modulith.ApplicationModule;
