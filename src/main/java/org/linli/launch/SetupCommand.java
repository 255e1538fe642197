package org.linli.launch;

import java.util.List;
import java.util.Set;
import org.linli.access.Setup;

/** {@code setup --admin NAME}: the first administrator, without a browser. */
final class SetupCommand implements Command {

    private final Inside inside;
    private final Console console;

    SetupCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), Set.of("admin", "data", "url"), Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var name = arguments.required("admin");
        var url = arguments.option("url").orElse("http://localhost:8080");
        return inside.work(
                arguments,
                linli -> {
                    var code = linli.getBean(Setup.class).administrator(name);
                    console.say("launch/setup-link", name);
                    console.print(url.replaceAll("/+$", "") + code.link("/console"));
                    return DONE;
                });
    }
}
