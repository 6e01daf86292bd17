/** For whom a cycle is opened: the plan, the batches, who was skipped; and HR's page of a cycle, which shows it. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "people", "cycle"})
package id.laras.opening;

import org.springframework.modulith.ApplicationModule;
