package org.linli.launch;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.linli.audit.Anchors;
import org.linli.platform.keys.Keys;
import org.linli.platform.postgres.EmbeddedPostgres;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo}: an invented district to try Linli with. */
final class DemoCommand implements Command {

    private static final int USUAL_PORT = 8080;

    private final Inside inside;
    private final Console console;

    DemoCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), Set.of("port", "data"), Set.of("fresh", "json"));
    }

    @Override
    public int run(Arguments arguments) {
        var settings = Settings.data(arguments);
        var data = settings.computeIfAbsent("linli.data", _ -> Home.resolve("var/demo").toString());
        if (arguments.has("fresh")) {
            EmbeddedPostgres.discard(Path.of(data));
            Anchors.discard(Path.of(data));
            Keys.discard(Path.of(data));
        }
        settings.put("linli.demo", "true");
        settings.put("server.port", Integer.toString(arguments.port().orElseGet(this::port)));
        settings.put("logging.level.root", "warn");
        var linli = inside.serve(settings);
        announce(linli, arguments.has("json"));
        return ServeCommand.untilStopped();
    }

    /** The usual port, or any other if something else is there already. */
    private int port() {
        try (var socket = new ServerSocket(USUAL_PORT)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    private void announce(ApplicationContext linli, boolean json) {
        var url = ServeCommand.address(linli);
        var announcements = Announcements.of(linli);
        if (json) {
            var fields = announcements.fields(url);
            console.print(linli.getBean(JsonMapper.class).writeValueAsString(fields));
            return;
        }
        console.print(url);
        announcements.lines(url, console.language()).forEach(console::print);
    }
}
