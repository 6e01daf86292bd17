/**
 * What is erased when its time is over (UU 27/2022): which cycles and people are due, and the one list of what goes and
 * what stays. Nobody enters this room.
 */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words", "security", "engine"})
package id.laras.retention;

import org.springframework.modulith.ApplicationModule;
