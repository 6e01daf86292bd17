package id.laras.broken.process;

import id.laras.broken.web.BrokenController;

public abstract class BrokenDelegate {

    abstract BrokenController page();
}
