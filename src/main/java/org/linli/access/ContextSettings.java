package org.linli.access;

import java.util.List;
import org.linli.platform.postgres.ConnectionSettings;
import org.springframework.stereotype.Component;

/** Tells each connection of the database on whose behalf it is used. */
@Component
class ContextSettings implements ConnectionSettings {

    @Override
    public List<String> now() {
        return AccessContext.settingsNow();
    }
}
