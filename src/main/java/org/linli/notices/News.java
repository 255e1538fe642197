package org.linli.notices;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told.
 *
 * @param key names what happened, such as {@code case:990104/18342/5}: nobody is told of it twice
 * @param urgent whether it may wake somebody
 * @param about null where it is about no case and no place
 */
public record News(String key, Topic topic, boolean urgent, @Nullable About about) {

    public News {
        Objects.requireNonNull(key);
    }
}
