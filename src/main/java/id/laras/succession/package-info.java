/** People come and go while evaluations run: hand-overs and their notes, shortened, ended and reopened evaluations. */
@ApplicationModule(
        allowedDependencies = {"rules", "steps", "words", "security", "people", "cycle", "opening", "engine"})
package id.laras.succession;

import org.springframework.modulith.ApplicationModule;
