package org.linli.platform.http;

import java.net.URI;

/** Another system that a setting names, and that may be called because it does. */
public record OutboundPartner(URI address) {}
