package org.linli.launch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationContext;

/** {@code serve}: Linli in earnest, until it is told to stop. */
final class ServeCommand implements Command {

    private final Inside inside;
    private final Console console;

    ServeCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                List.of(),
                Set.of("port", "data", "tls-cert", "tls-key", "trusted-proxy"),
                Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var linli = inside.serve(Settings.serving(arguments));
        var url = address(linli);
        console.say("launch/ready", url);
        Announcements.of(linli).lines(url, console.language()).forEach(console::print);
        return untilStopped();
    }

    /** Where a browser on this machine finds it. */
    static String address(ApplicationContext linli) {
        var settings = linli.getEnvironment();
        var secure = settings.containsProperty("server.ssl.bundle");
        return (secure ? "https" : "http")
                + "://localhost:"
                + settings.getRequiredProperty("local.server.port");
    }

    /** Waits for the signal that ends the process; the shutdown hook stops everything started. */
    static int untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return DONE;
    }
}
