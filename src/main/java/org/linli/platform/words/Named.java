package org.linli.platform.words;

/** Something within a {@link Message} that has a name of its own in each language. */
public record Named(String zh, String en) {

    public Named {
        en = en.isBlank() ? zh : en;
    }
}
