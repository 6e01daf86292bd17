package id.laras;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyRoomEntersOnlyTheRoomsThatItsPackageNames() {
        ApplicationModules.of(LarasApplication.class).verify();
    }
}
