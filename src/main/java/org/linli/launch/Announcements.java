package org.linli.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.platform.launch.Announcement;
import org.springframework.context.ApplicationContext;

/**
 * What all modules have to say to whoever starts Linli.
 *
 * @param all in the order of the modules
 */
record Announcements(List<Announcement> all) {

    Announcements {
        all = List.copyOf(all);
    }

    static Announcements of(ApplicationContext linli) {
        return new Announcements(
                linli.getBeanProvider(Announcement.class).orderedStream().toList());
    }

    List<String> lines(String url, Locale language) {
        return all.stream().flatMap(one -> one.lines(url, language).stream()).toList();
    }

    Map<String, Object> fields(String url) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("url", url);
        all.forEach(one -> fields.putAll(one.fields(url)));
        return fields;
    }
}
