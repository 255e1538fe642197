package org.linli.access;

import java.util.Objects;
import org.linli.platform.http.OutboundPartner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of {@code linli.access}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    /** Whoever names a provider wants it to be called. */
    @Bean
    @ConditionalOnProperty("linli.access.provider.issuer")
    static OutboundPartner calledProvider(AccessSettings settings) {
        return new OutboundPartner(Objects.requireNonNull(settings.provider()).issuer());
    }
}
