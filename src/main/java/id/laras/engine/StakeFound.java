package id.laras.engine;

/** Somebody was refused at a task because of a conflict of interest; perhaps it is their own, and HR does not know of it yet. */
record StakeFound(String taskId) {}
