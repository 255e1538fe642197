package org.linli.access.web;

import java.util.List;
import org.linli.access.Actor;
import org.linli.access.OpenToAll;
import org.linli.access.Permission;
import org.linli.access.Session;
import org.linli.access.Told;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before every handler, and the caller into those that ask. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnonymousSettings.class)
class WebConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, Session.class)
                .addResponseWrapperToIgnore(Told.class);
    }

    private final AnonymousLimits limits;

    WebConfiguration(AnonymousLimits limits) {
        this.limits = limits;
    }

    /** The API's description says who may take each route. */
    @Bean
    static OperationCustomizer whoMay() {
        return (operation, handler) -> {
            var permission = handler.getMethodAnnotation(Permission.class);
            var open = handler.getMethodAnnotation(OpenToAll.class);
            if (permission != null) {
                operation.addExtension("x-permission", permission.value().name());
            }
            if (open != null) {
                operation.addExtension("x-open-to-all", open.because());
            }
            return operation;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RouteGuard()).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(limits);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new SessionArgument());
    }
}
