package org.linli.notices;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.notices.NotDelivered.Why;
import org.linli.notices.NoticeSettings.Gateway;
import org.linli.platform.http.CallFailed;
import org.linli.platform.http.OutboundHttp;
import org.springframework.stereotype.Component;

/** Sends a form to another system; anything but success is a failure. */
@Component
class Gateways {

    private static final int SUCCESS = 2;
    private static final int CALLERS_FAULT = 4;

    private final OutboundHttp http;

    Gateways(OutboundHttp http) {
        this.http = http;
    }

    void post(@Nullable Gateway gateway, Map<String, String> fields) throws NotDelivered {
        if (gateway == null) {
            throw new NotDelivered(Why.CLOSED);
        }
        try {
            var reply = http.post(gateway.url(), form(fields), gateway.authorization());
            var kind = reply.status() / 100;
            if (kind != SUCCESS) {
                throw new NotDelivered(kind == CALLERS_FAULT ? Why.REFUSED : Why.UNREACHABLE);
            }
        } catch (CallFailed away) {
            throw new NotDelivered(Why.UNREACHABLE, away);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
