package org.linli.demo;

import org.linli.grid.BaseMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The demo's own roads, drawn beneath its cells. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("linli.demo")
class DemoMapConfiguration {

    @Bean
    BaseMap demoBaseMap() {
        return new BaseMap(
                new ClassPathResource("demo/roads.geojson"), "© OpenStreetMap contributors, ODbL");
    }
}
