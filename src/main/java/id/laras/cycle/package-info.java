/** A period of evaluation, and one employee's evaluation in it: the aggregate that every later phase refers to. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "people", "engine", "gate"})
package id.laras.cycle;

import org.springframework.modulith.ApplicationModule;
