/**
 * What every phase says when an answer breaks a rule, in words that the doors translate; and how long a list may be. Depends
 * on nothing.
 */
@ApplicationModule(allowedDependencies = {})
package id.laras.rules;

import org.springframework.modulith.ApplicationModule;
