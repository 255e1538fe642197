package org.linli.platform.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may be called besides the partners that other settings name.
 *
 * @param allowed as {@code host:port}; whoever stands here may lie inside one's own network, too
 */
@ConfigurationProperties("linli.outbound")
record OutboundSettings(@DefaultValue List<String> allowed) {}
