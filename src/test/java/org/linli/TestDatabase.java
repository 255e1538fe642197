package org.linli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.linli.platform.postgres.TestServer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives each Spring test context a database of its own on the one server of the test run. The first
 * context also migrates a template, of which those after it get copies. Nothing need be written in
 * a test for it: it holds for all that do not set {@code linli.database.url} themselves.
 */
public class TestDatabase implements ContextCustomizerFactory {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static boolean templateIsMigrated;

    /** A new database with all migrations, or an empty one for the first to ask. */
    private static synchronized String fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        TestServer.create(name, templateIsMigrated ? TestServer.TEMPLATE : "template1");
        return name;
    }

    private static synchronized void migrateTemplate(
            FlywayMigrationStrategy strategy, Flyway flyway) {
        if (templateIsMigrated) {
            return;
        }
        TestServer.create(TestServer.TEMPLATE, "template1");
        strategy.migrate(
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .dataSource(
                                TestServer.url(TestServer.TEMPLATE),
                                TestServer.owner().user(),
                                TestServer.owner().password())
                        .load());
        templateIsMigrated = true;
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> test, java.util.List<ContextConfigurationAttributes> attributes) {
        return new Customizer();
    }

    /** Equal to every other one, so that contexts are shared. */
    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            if (context.getEnvironment().containsProperty("linli.database.url")) {
                return;
            }
            TestPropertyValues.of(
                            Map.of(
                                    "linli.database.url", TestServer.url(fresh()),
                                    "linli.database.user", TestServer.user(),
                                    "linli.database.password", TestServer.password(),
                                    "linli.database.owner", TestServer.owner().user(),
                                    "linli.database.owner-password", TestServer.owner().password(),
                                    "linli.database.connections", "12",
                                    "linli.data", Path.of("target", "test-data").toString()))
                    .applyTo(context);
            context.getBeanFactory().addBeanPostProcessor(new TemplateFirst());
        }
    }

    /** Lets the migrations run on the template before they run on a context's own database. */
    private static final class TemplateFirst implements BeanPostProcessor {

        @Override
        public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof FlywayMigrationStrategy strategy
                    ? (FlywayMigrationStrategy)
                            flyway -> {
                                migrateTemplate(strategy, flyway);
                                strategy.migrate(flyway);
                            }
                    : bean;
        }
    }
}
