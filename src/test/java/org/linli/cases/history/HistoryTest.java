package org.linli.cases.history;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.linli.LinliTest;
import org.springframework.test.context.TestPropertySource;

/** A test on a database that holds the demo district and history of its own years and systems. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LinliTest
@TestPropertySource(properties = "linli.test.database=history")
public @interface HistoryTest {}
