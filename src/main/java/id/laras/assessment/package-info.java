/** Self-assessment, the assessor's rating and the score with its explanation. */
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
            "engine"
        })
package id.laras.assessment;

import org.springframework.modulith.ApplicationModule;
