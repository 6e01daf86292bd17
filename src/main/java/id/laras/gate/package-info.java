/**
 * Proves the control flow of a book of models sound before anybody runs it. A {@code Scope} is the graph, {@code Tokens} say how it runs,
 * an {@code Exploration} visits every state, {@code Soundness} reads the findings off, and {@code Prover} goes through a whole book.
 * Knows the BPMN model API and no engine.
 */
@ApplicationModule(allowedDependencies = {"steps"})
package id.laras.gate;

import org.springframework.modulith.ApplicationModule;
