/** The only place of this room that knows the engine: counts tasks and incidents. */
package id.laras.dashboard.process;
