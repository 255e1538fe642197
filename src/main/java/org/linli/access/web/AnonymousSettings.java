package org.linli.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How much one address may do in a minute without signing in. */
@ConfigurationProperties("linli.anonymous")
record AnonymousSettings(
        @DefaultValue("30") int reportsPerMinute,
        @DefaultValue("90") int photosPerMinute,
        @DefaultValue("120") int trackingPerMinute,
        @DefaultValue("30") int codesPerMinute) {}
