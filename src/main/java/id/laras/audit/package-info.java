/** The trail of an evaluation: who did what, when, with which answer. Reads what the phases publish; changes nothing. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "security",
            "people",
            "cycle",
            "target",
            "evidence",
            "feedback",
            "assessment",
            "engine"
        })
package id.laras.audit;

import org.springframework.modulith.ApplicationModule;
