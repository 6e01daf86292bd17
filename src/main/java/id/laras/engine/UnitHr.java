package id.laras.engine;

import id.laras.security.Role;
import id.laras.steps.ProcessModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the models the candidate group of those who are HR of the unit that a process is about. A task names its own unit
 * only; that whoever is HR of a unit above belongs to the group too is the identity provider's knowledge, by the tree of
 * the day.
 */
@Component
@ModelBean({ProcessModel.Keys.CALIBRATION, ProcessModel.Keys.REWARD})
public class UnitHr {

    private final ObjectProvider<HomeUnits> homes;

    UnitHr(ObjectProvider<HomeUnits> homes) {
        this.homes = homes;
    }

    public String group(DelegateExecution execution) {
        return unit(execution.getProcessBusinessKey())
                .map(Role.UNIT_HR::groupOf)
                .orElseThrow(
                        () -> new IllegalStateException("No unit is known of " + execution.getProcessBusinessKey()));
    }

    Optional<String> unit(String businessKey) {
        return businessKey == null
                ? Optional.empty()
                : homes.orderedStream()
                        .flatMap(home -> home.unit(businessKey).stream())
                        .findFirst();
    }

    /** Codes of the units by business key, of as many as are known. */
    Map<String, String> units(Collection<String> businessKeys) {
        Map<String, String> units = new HashMap<>();
        homes.orderedStream().forEach(home -> home.units(businessKeys).forEach(units::putIfAbsent));
        return units;
    }
}
