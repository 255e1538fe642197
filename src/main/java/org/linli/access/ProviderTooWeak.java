package org.linli.access;

import org.linli.platform.problem.Problem;

/** This installation asks for two factors at the other system, and fewer were shown. */
public final class ProviderTooWeak extends Problem {

    ProviderTooWeak() {
        super(Kind.FORBIDDEN, "access/provider-too-weak");
    }
}
