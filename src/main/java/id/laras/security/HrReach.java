package id.laras.security;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows how far HR's roles reach for whoever asks; by the tree of today, so that a moved unit takes its people along. */
@Component
public class HrReach {

    private final AccountDirectory directory;
    private final UnitTree tree;

    HrReach(AccountDirectory directory, UnitTree tree) {
        this.directory = directory;
        this.tree = tree;
    }

    public Reach of(Actor actor) {
        return actor.is(Role.HR) || !actor.is(Role.UNIT_HR)
                ? new Reach(actor.is(Role.HR), Set.of())
                : new Reach(false, tree.withBelow(directory.units(actor.account())));
    }
}
