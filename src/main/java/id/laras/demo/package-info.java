/** The demonstration: three services with people and evaluations at every stage. Exists in profile {@code demo} only. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "steps",
            "words",
            "security",
            "engine",
            "people",
            "intake",
            "cycle",
            "opening",
            "succession",
            "target",
            "evidence",
            "feedback",
            "assessment",
            "objection",
            "calibration",
            "followup"
        })
package id.laras.demo;

import org.springframework.modulith.ApplicationModule;
