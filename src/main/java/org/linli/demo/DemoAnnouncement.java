package org.linli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.access.Accounts;
import org.linli.access.Actor;
import org.linli.access.SignIn;
import org.linli.access.Tokens;
import org.linli.platform.launch.Announcement;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo how to be each of its people. */
@Component
@ConditionalOnBooleanProperty("linli.demo")
class DemoAnnouncement implements Announcement {

    private static final Duration TOKEN_LIFE = Duration.ofDays(30);

    private final Accounts accounts;
    private final SignIn signIn;
    private final Tokens tokens;

    DemoAnnouncement(Accounts accounts, SignIn signIn, Tokens tokens) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @Override
    public List<String> lines(String url, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(Words.say(Message.of("demo/welcome", url + "/demo"), language));
        for (var persona : Persona.values()) {
            var name = Words.say(Message.of("demo/" + persona.key()), language);
            lines.add("  " + name + "  " + link(url, persona));
        }
        return lines;
    }

    @Override
    public Map<String, Object> fields(String url) {
        var issued = new LinkedHashMap<String, String>();
        var links = new LinkedHashMap<String, String>();
        var actors = new LinkedHashMap<String, Map<String, @Nullable String>>();
        for (var persona : Persona.values()) {
            var actor = accounts.actor(persona.accountId());
            issued.put(persona.key(), token(persona, actor));
            links.put(persona.key(), link(url, persona));
            actors.put(persona.key(), shown(actor));
        }
        return Map.of("tokens", issued, "signIn", links, "actors", actors);
    }

    private String link(String url, Persona persona) {
        return url + signIn.issue(persona.accountId(), "demo").link(persona.page());
    }

    private String token(Persona persona, Actor actor) {
        var post = actor.posts().getFirst();
        return tokens.issue("demo " + persona.key(), post, actor.id(), TOKEN_LIFE).token();
    }

    private static Map<String, @Nullable String> shown(Actor actor) {
        var post = actor.posts().getFirst();
        var shown = new LinkedHashMap<String, @Nullable String>();
        shown.put("name", actor.name());
        shown.put("role", post.role().code());
        shown.put("area", post.areaCode());
        shown.put("unit", post.unitCode());
        return shown;
    }
}
