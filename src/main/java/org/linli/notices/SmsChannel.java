package org.linli.notices;

import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Short messages. No interface to send them is everybody's, so the installation names an address
 * that takes {@code id}, {@code to} and {@code text} as a form, and a token for it.
 */
@Component
class SmsChannel implements Channel {

    private final NoticeSettings settings;
    private final Gateways gateways;

    SmsChannel(NoticeSettings settings, Gateways gateways) {
        this.settings = settings;
        this.gateways = gateways;
    }

    @Override
    public String code() {
        return "sms";
    }

    @Override
    public boolean isOpen() {
        return settings.sms() != null;
    }

    @Override
    public void send(Letter letter) throws NotDelivered {
        var text = letter.subject() + "\n" + letter.text();
        gateways.post(settings.sms(), Map.of("id", letter.id(), "to", letter.to(), "text", text));
    }
}
