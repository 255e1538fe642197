package org.linli.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of Tomcat's own must be otherwise: its error page, and whose headers it believes. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    /**
     * @param trustedProxies addresses whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto}
     *     are believed; nobody's unless told
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownErrorsAndProxies(
            @Value("${linli.trusted-proxies:}") List<String> trustedProxies) {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent())
                            .setErrorReportValveClass(ProblemValve.class.getName()));
            if (!trustedProxies.isEmpty()) {
                factory.addEngineValves(believing(trustedProxies));
            }
        };
    }

    private static RemoteIpValve believing(List<String> proxies) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(
                proxies.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
