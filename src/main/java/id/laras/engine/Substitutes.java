package id.laras.engine;

import java.util.Optional;

/** Tells the engine who may do whose task today; the room of the substitutions answers, so that this one knows no phase. */
public interface Substitutes {

    /**
     * Account of who may do this step for the person today, by date and without a conflict of interest. Asked again at
     * every deed: what was right when a task was shared may be wrong when it is completed.
     */
    Optional<String> of(String person, String process, String task, String businessKey);
}
