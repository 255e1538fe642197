package org.linli.platform.charter;

import java.util.stream.Stream;

/** A module that lets people define things says here what they have named them. */
public interface Named {

    /** What is named: {@code matter}, {@code indicator}. */
    String what();

    /** The names as they are stored now. */
    Stream<String> names();
}
