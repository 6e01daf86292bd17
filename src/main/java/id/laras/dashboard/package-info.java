/** Start page, own evaluations, evaluations by stage; the frame that all pages stand in. Nobody enters this room. */
@ApplicationModule
package id.laras.dashboard;

import org.springframework.modulith.ApplicationModule;
