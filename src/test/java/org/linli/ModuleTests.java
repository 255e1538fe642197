package org.linli;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each module uses only those it names. */
class ModuleTests {

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(LinliApplication.class).verify();
    }
}
