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

/**
 * The outer wall: requests nobody honest sends are refused, every answer carries its headers, and
 * each request is given its caller. Which routes that caller may take is decided by {@link
 * RouteGuard}, route by route.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain wall(
            HttpSecurity http, Setup setup, Callers callers, Proofs proofs, Refusals refusals) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(new Open311(), SecurityContextHolderFilter.class)
                .addFilterAfter(new CallerFilter(callers, proofs, refusals), Open311.class)
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

    /** The others stand in {@code platform.web.Walls}. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }
}
