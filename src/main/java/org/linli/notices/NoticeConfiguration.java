package org.linli.notices;

import java.util.Objects;
import org.linli.platform.http.OutboundPartner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of {@code linli.notices}; whom they name may be called. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {

    @Bean
    @ConditionalOnProperty("linli.notices.sms.url")
    static OutboundPartner smsGateway(NoticeSettings settings) {
        return new OutboundPartner(Objects.requireNonNull(settings.sms()).url());
    }

    @Bean
    @ConditionalOnProperty("linli.notices.webhook.url")
    static OutboundPartner toldSystem(NoticeSettings settings) {
        return new OutboundPartner(Objects.requireNonNull(settings.webhook()).url());
    }
}
