/** The one catalogue of models, human steps and events of the trail, with what each is. Knows no engine and no phase; everybody may ask it. */
@ApplicationModule(allowedDependencies = {})
package id.laras.steps;

import org.springframework.modulith.ApplicationModule;
