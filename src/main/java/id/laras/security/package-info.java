/** The one door: accounts, roles, who is asking, and what was done by virtue of a role. */
@ApplicationModule(allowedDependencies = {"rules", "steps", "words"})
package id.laras.security;

import org.springframework.modulith.ApplicationModule;
