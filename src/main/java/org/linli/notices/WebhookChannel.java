package org.linli.notices;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells another system, such as the messenger of an office, what somebody of staff was told. */
@Component
class WebhookChannel implements Channel {

    private final NoticeSettings settings;
    private final Gateways gateways;

    WebhookChannel(NoticeSettings settings, Gateways gateways) {
        this.settings = settings;
        this.gateways = gateways;
    }

    @Override
    public String code() {
        return "webhook";
    }

    @Override
    public boolean isOpen() {
        return settings.webhook() != null;
    }

    @Override
    public void send(Letter letter) throws NotDelivered {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", letter.id());
        fields.put("account", letter.to());
        fields.put("topic", letter.topic().code());
        fields.put("urgent", String.valueOf(letter.urgent()));
        fields.put("caseNo", letter.caseNo() == null ? "" : letter.caseNo());
        fields.put("text", letter.subject() + "\n" + letter.text());
        gateways.post(settings.webhook(), fields);
    }
}
