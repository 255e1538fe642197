package org.linli.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts what is behind a command: the whole of Linli, with its pages or without.
 *
 * @param application the class that everything is found from
 */
record Inside(Class<?> application) {

    /** Starts Linli with its pages and leaves it running. */
    ConfigurableApplicationContext serve(Map<String, String> settings) {
        return start(settings);
    }

    /**
     * Starts Linli, reachable by nobody, for one piece of work on its data, and stops it again.
     *
     * @param arguments whose {@code --data} says where the data are
     */
    int work(Arguments arguments, ToIntFunction<ApplicationContext> work) {
        try (var context = start(quietly(Settings.data(arguments)))) {
            return work.applyAsInt(context);
        }
    }

    private static Map<String, String> quietly(Map<String, String> settings) {
        var quiet = new HashMap<>(settings);
        // no port at all, but everything that stands behind one
        quiet.put("server.port", "-1");
        quiet.put("logging.level.root", "warn");
        quiet.put("logging.level.org.linli", "warn");
        return quiet;
    }

    private ConfigurableApplicationContext start(Map<String, String> settings) {
        List<String> words = new ArrayList<>();
        settings.forEach((name, value) -> words.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(application)
                .logStartupInfo(false)
                .run(words.toArray(String[]::new));
    }
}
