package org.linli.access;

import org.linli.platform.problem.Problem;

/** This installation lets field staff sign in on enrolled phones alone. */
public final class DeviceNeeded extends Problem {

    DeviceNeeded() {
        super(Kind.FORBIDDEN, "access/device-needed");
    }
}
