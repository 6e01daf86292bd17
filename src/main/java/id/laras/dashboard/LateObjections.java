package id.laras.dashboard;

import java.util.List;

/** Objections whose decision is late; HR has to see to it that they are decided. */
public interface LateObjections {

    /** Ids of the evaluations, the longest overdue first, at most 50. */
    List<String> evaluations();
}
