package org.linli.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.linli.access.AccessContext;
import org.linli.audit.Acting;
import org.linli.platform.postgres.Installation;
import org.springframework.boot.WebApplicationType;
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
        return work(Settings.data(arguments), work);
    }

    /** The same with settings of its own. */
    int work(Map<String, String> settings, ToIntFunction<ApplicationContext> work) {
        try (var context = start(quietly(settings))) {
            return AccessContext.asSystem(
                    "command line",
                    () -> Acting.as(Acting.CONSOLE, () -> work.applyAsInt(context)));
        }
    }

    /** The installation that the settings name, without starting anything of it. */
    Installation installation(Arguments arguments) {
        var nothing = new SpringApplicationBuilder(SettingsOnly.class).web(WebApplicationType.NONE);
        try (var context = nothing.run(words(quietly(Settings.data(arguments))))) {
            return Installation.of(context.getEnvironment());
        }
    }

    private static final class SettingsOnly {}

    private static Map<String, String> quietly(Map<String, String> settings) {
        var quiet = new HashMap<>(settings);
        // no port at all, but everything that stands behind one
        quiet.put("server.port", "-1");
        quiet.put("linli.log.following", "false");
        quiet.put("logging.level.root", "warn");
        quiet.put("logging.level.org.linli", "warn");
        return quiet;
    }

    private ConfigurableApplicationContext start(Map<String, String> settings) {
        return new SpringApplicationBuilder(application).logStartupInfo(false).run(words(settings));
    }

    private static String[] words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
