package id.laras.disturbed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A server whose thread in the background runs out of memory while the others go on. */
final class Hungry {

    static final String GONE = "the thread is gone";

    private Hungry() {}

    public static void main(String[] arguments) throws InterruptedException {
        var background = new Thread(() -> eat(new ArrayList<>()), "jobs");
        background.setUncaughtExceptionHandler((thread, failure) -> {});
        background.start();
        background.join();
        System.out.println(GONE);
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static void eat(List<byte[]> eaten) {
        while (!Thread.currentThread().isInterrupted()) {
            eaten.add(new byte[1024 * 1024]);
        }
    }
}
