package org.linli.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.platform.launch.Announcement;
import org.linli.platform.words.Message;
import org.linli.platform.words.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells whoever starts Linli for the first time how to make its first administrator: at the
 * terminal, and not through the log, which others may keep and read.
 */
@Component
class FirstStart implements Announcement {

    private final Setup setup;
    private final boolean demo;

    FirstStart(Setup setup, @Value("${linli.demo:false}") boolean demo) {
        this.setup = setup;
        this.demo = demo;
    }

    @Override
    public List<String> lines(String url, Locale language) {
        if (demo || setup.isDone()) {
            return List.of();
        }
        var code = setup.newCode().replaceAll("(.{8})(?=.)", "$1 ");
        var told = Message.of("setup/offered", url, code, setup.file().toString());
        return List.of("", Words.say(told, language), "");
    }

    @Override
    public Map<String, Object> fields(String url) {
        return Map.of();
    }
}
