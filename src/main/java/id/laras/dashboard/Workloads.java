package id.laras.dashboard;

import id.laras.security.Actor;

/** Tells what waits for a person, whoever keeps the tasks. */
public interface Workloads {

    Workload of(Actor actor);
}
