package org.linli.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict an installation is about signing in.
 *
 * @param devices whether field staff can sign in on enrolled phones alone
 */
@ConfigurationProperties("linli.access")
record AccessSettings(@DefaultValue("offered") Devices devices) {

    enum Devices {
        OFFERED,
        REQUIRED
    }
}
