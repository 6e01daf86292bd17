package id.laras.cycle;

/** Tells who must read an evaluation for a while, because they do an open task of it for somebody else, or because HR gave them one. */
public interface ReadersByTask {

    boolean mayRead(String account, EvaluationId evaluation);
}
