package org.linli.grid;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Takes the base map from {@code linli.map.roads} where an installation has one. */
@Configuration(proxyBeanMethods = false)
class BaseMapConfiguration {

    @Bean
    @ConditionalOnProperty("linli.map.roads")
    BaseMap configuredBaseMap(
            @Value("${linli.map.roads}") Resource roads,
            @Value("${linli.map.attribution:}") String attribution) {
        return new BaseMap(roads, attribution);
    }
}
