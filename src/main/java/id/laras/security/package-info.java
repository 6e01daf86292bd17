/** The one door: accounts, roles, and who is asking. */
@ApplicationModule(allowedDependencies = {"rules"})
package id.laras.security;

import org.springframework.modulith.ApplicationModule;
