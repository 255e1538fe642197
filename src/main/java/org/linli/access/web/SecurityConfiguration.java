package org.linli.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.linli.access.Callers;
import org.linli.access.Setup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;

/**
 * The outer wall: requests nobody honest sends are refused, every answer carries its headers, and
 * each request is given its caller. Which routes that caller may take is decided by {@link
 * RouteGuard}, route by route.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
                    + "worker-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain wall(HttpSecurity http, Setup setup, Callers callers, Refusals refusals) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(
                        new CallerFilter(callers, refusals), SecurityContextHolderFilter.class)
                .addFilterAfter(new SetupGate(setup, refusals), CallerFilter.class)
                .build();
    }

    /** Header values may hold any text: phones name themselves in Chinese. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(_ -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler refusedByFirewall(Refusals refusals) {
        return (HttpServletRequest request,
                HttpServletResponse response,
                RequestRejectedException refused) ->
                refusals.answer(request, response, new AddressRefused());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(noStoreUnlessSaidOtherwise())
                .xssProtection(
                        xss -> xss.headerValue(XXssProtectionHeaderWriter.HeaderValue.DISABLED))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .permissionsPolicyHeader(policy ->
                        policy.policy("geolocation=(self), camera=(self), microphone=()"));
    }

    private static HeaderWriter noStoreUnlessSaidOtherwise() {
        return (request, response) -> {
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "no-store");
            }
        };
    }
}
