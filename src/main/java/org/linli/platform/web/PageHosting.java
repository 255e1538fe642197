package org.linli.platform.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves the three front ends from {@code static/console}, {@code static/field} and {@code
 * static/resident}. A page's address belongs to its front end, which is always asked for anew;
 * everything it loads from {@code assets} has a hash in its name and is kept for good.
 */
@Configuration(proxyBeanMethods = false)
class PageHosting implements WebMvcConfigurer {

    /** Where each front end is shown. */
    private static final Map<String, String> FRONT_ENDS =
            Map.of("console", "/console/", "field", "/field/", "resident", "/");

    /** Addresses of the resident portal, which shares the root with the API. */
    private static final List<String> RESIDENT_PAGES =
            List.of(
                    "sign-in",
                    "setup",
                    "demo",
                    "report",
                    "track",
                    "charter",
                    "held",
                    "duties",
                    "stop",
                    "mediation",
                    "r");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        FRONT_ENDS.forEach((name, address) -> {
            var files = "classpath:/static/" + name + "/";
            serve(
                    registry,
                    address + "assets/**",
                    files + "assets/",
                    CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable(),
                    List.of());
            serve(
                    registry,
                    address + "**",
                    files,
                    CacheControl.noCache(),
                    name.equals("resident") ? RESIDENT_PAGES : FrontEnd.EVERY_PAGE);
        });
    }

    /** The resource handler knows no empty name, so each front end's own address is named here. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        FRONT_ENDS
                .values()
                .forEach(address -> {
                    var view = "forward:" + address + "index.html";
                    registry.addViewController(address).setViewName(view);
                    if (address.length() > 1) {
                        var bare = address.substring(0, address.length() - 1);
                        registry.addViewController(bare).setViewName(view);
                    }
                });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SoundRequests());
    }

    private static void serve(
            ResourceHandlerRegistry registry,
            String address,
            String files,
            CacheControl cache,
            List<String> pages) {
        registry.addResourceHandler(address)
                .addResourceLocations(files)
                .setCacheControl(cache)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new FrontEnd(pages));
    }
}
