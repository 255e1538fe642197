package org.linli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.trust.LeakWatch;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * A test against the whole of Linli on a real PostgreSQL. Ask for {@code MockMvcTester} to talk to
 * it without a network, or for {@code @LocalServerPort} to talk to it over one; {@code JdbcClient}
 * and every front door can be injected too. What a test does itself it does as the system, see
 * {@link AsSystem}; what it asks over HTTP is asked as whoever asks.
 *
 * <p>All such tests share one context, and so one database, which starts empty but for the
 * migrations and what Linli itself loads at start. Each test makes the data it needs under names of
 * its own. A test that needs another configuration (a property, a bean) gets a context and a
 * database of its own, by the same annotation; see {@link TestDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({AsSystem.class, LeakWatch.class})
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
public @interface LinliTest {}
