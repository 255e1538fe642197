package org.linli.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What options of the command line mean to the settings. */
final class Settings {

    private Settings() {}

    /** Where the data are, if {@code --data} says so. */
    static Map<String, String> data(Arguments arguments) {
        var settings = new HashMap<String, String>();
        arguments.path("data").ifPresent(data -> settings.put("linli.data", absolute(data)));
        return settings;
    }

    static Map<String, String> serving(Arguments arguments) {
        var settings = data(arguments);
        arguments.port().ifPresent(port -> settings.put("server.port", port.toString()));
        arguments
                .option("trusted-proxy")
                .ifPresent(proxy -> settings.put("linli.trusted-proxies", proxy));
        if (arguments.option("tls-cert").isPresent() || arguments.option("tls-key").isPresent()) {
            settings.putAll(
                    tls(
                            Path.of(arguments.required("tls-cert")),
                            Path.of(arguments.required("tls-key"))));
        }
        return settings;
    }

    /** A certificate that is taken up again when its file changes, without a restart. */
    private static Map<String, String> tls(Path certificate, Path key) {
        var bundle = "spring.ssl.bundle.pem.linli.";
        return Map.of(
                "server.ssl.bundle",
                "linli",
                bundle + "reload-on-update",
                "true",
                bundle + "keystore.certificate",
                "file:" + absolute(certificate),
                bundle + "keystore.private-key",
                "file:" + absolute(key));
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
