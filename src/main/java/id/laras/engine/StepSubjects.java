package id.laras.engine;

/** Tells the forms whom a task is about; the cycle room answers, so that the engine room knows no phase. */
public interface StepSubjects {

    /**
     * What stands on top of every form (employee, position, unit, cycle), or null when the key names no evaluation.
     *
     * @param reader account of who reads the form
     */
    Object subject(String businessKey, String reader);
}
