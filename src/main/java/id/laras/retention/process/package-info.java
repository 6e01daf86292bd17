/** Between the engine and this room: the run of an erasure, and what the engine keeps of evaluations. */
package id.laras.retention.process;
