package id.laras.cycle;

/** Tells who must read an evaluation for a while, because he does an open task of it for somebody else. */
public interface StandInReaders {

    boolean mayRead(String account, EvaluationId evaluation);
}
