package id.laras.gate;

import java.util.List;

/**
 * Why a model is refused.
 *
 * @param model id of the process
 * @param element id of the element at fault
 * @param path ids of the elements on a shortest way there, in the order in which they happen; empty for what the drawing alone shows
 */
record Finding(String model, Rule rule, String element, List<String> path) {}
