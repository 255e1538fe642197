package org.linli.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Serves the guide under {@code /docs}, as text that any browser shows: who runs Linli often has
 * neither its sources nor the internet.
 */
@Configuration(proxyBeanMethods = false)
class GuideHosting {

    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    @Bean
    ResourceHttpRequestHandler guide() {
        var guide = new ResourceHttpRequestHandler();
        guide.setLocations(List.of(new ClassPathResource("docs/")));
        guide.setMediaTypes(Map.of("md", TEXT));
        guide.setCacheControl(CacheControl.noCache());
        return guide;
    }

    /** Before the residents' pages, which take every address that nobody else takes. */
    @Bean
    SimpleUrlHandlerMapping guideAddresses(ResourceHttpRequestHandler guide) {
        return new SimpleUrlHandlerMapping(
                Map.of("/docs/**", guide), Ordered.LOWEST_PRECEDENCE - 2);
    }
}
