package id.laras.bench;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Who runs in the benchmark. */
interface Contender extends AutoCloseable {

    String name();

    /** Opens this many evaluations as fast as it can, this many per transaction; how many were opened. */
    int open(int count, int batch, ExecutorService threads) throws Exception;

    /** Opens this many evaluations to be walked, each in a unit of its own; their business keys. Not measured. */
    List<String> prepare(int count) throws Exception;

    /** Walks one evaluation from its targets to the decided reward. */
    void walk(String key);

    @Override
    void close();
}
