package id.laras.engine.probe;

import id.laras.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fails as long as a test wants it to. */
@Component("probeDelegate")
@ModelBean("Probe")
public class ProbeDelegate implements JavaDelegate {

    private volatile boolean broken;

    public void breakDown() {
        broken = true;
    }

    public void repair() {
        broken = false;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (broken) {
            throw new IllegalStateException("Tabel tidak ditemukan");
        }
    }
}
