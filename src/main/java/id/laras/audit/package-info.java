/**
 * The trail of an evaluation, of a unit's meeting and of HR's other deeds: who did what, when, with which answer. Reads
 * what the phases publish; changes nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "steps",
            "words",
            "security",
            "people",
            "cycle",
            "target",
            "evidence",
            "feedback",
            "assessment",
            "calibration",
            "substitution",
            "engine"
        })
package id.laras.audit;

import org.springframework.modulith.ApplicationModule;
