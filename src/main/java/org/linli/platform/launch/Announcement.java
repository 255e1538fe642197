package org.linli.platform.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a module tells whoever started Linli once it serves, besides its address. */
public interface Announcement {

    /**
     * As lines for a person.
     *
     * @param url where Linli is, such as {@code http://localhost:8080}
     */
    List<String> lines(String url, Locale language);

    /** As fields of the one JSON object that a script reads, beside {@code url}. */
    Map<String, Object> fields(String url);
}
