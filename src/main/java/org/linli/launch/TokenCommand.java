package org.linli.launch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.linli.access.Posts;
import org.linli.access.Tokens;
import org.springframework.context.ApplicationContext;

/** {@code token}: a service token for a script, printed once. */
final class TokenCommand implements Command {

    private static final String CONSOLE = "console";

    private final Inside inside;
    private final Console console;

    TokenCommand(Inside inside, Console console) {
        this.inside = inside;
        this.console = console;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public Syntax syntax() {
        return new Syntax(
                List.of(), Set.of("role", "area", "unit", "name", "days", "data"), Set.of());
    }

    @Override
    public int run(Arguments arguments) {
        var role = arguments.required("role");
        var area = arguments.required("area");
        var life = arguments.option("days").map(TokenCommand::days).orElse(Tokens.USUAL_LIFE);
        return inside.work(arguments, linli -> issue(linli, arguments, role, area, life));
    }

    private int issue(
            ApplicationContext linli,
            Arguments arguments,
            String role,
            String area,
            Duration life) {
        var unit = arguments.option("unit").orElse(null);
        var post = linli.getBean(Posts.class).of(role, area, unit);
        var name = arguments.option("name").orElse(role + " " + area);
        var token = linli.getBean(Tokens.class).issue(name, post, CONSOLE, life);
        console.say("launch/token-until", token.expiresAt().toString());
        console.print(token.token());
        return DONE;
    }

    private static Duration days(String given) {
        if (!given.matches("[1-9]\\d{0,2}")) {
            throw new WrittenWrongly("launch/value-wrong", "--days", given);
        }
        return Duration.ofDays(Integer.parseInt(given));
    }
}
