/**
 * What every phase says when an answer breaks a rule, in words that the doors translate; how long a list may be; and how text
 * and NIPs are written, however they were typed. Depends on nothing.
 */
@ApplicationModule(allowedDependencies = {})
package id.laras.rules;

import org.springframework.modulith.ApplicationModule;
