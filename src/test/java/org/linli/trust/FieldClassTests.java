package org.linli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.access.Told;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.trust.Answers.Field;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every field that a route answers with has a class, and what tells of people goes out with word of
 * how much its reader may be told: an answer that forgot it would be masked.
 */
class FieldClassTests {

    private static final Path RESULT = Path.of("target", "checks", "fields.txt");

    @Test
    void everyFieldOfEveryAnswerHasAClass() throws Exception {
        var fields = handlers().stream().map(Answers::of).flatMap(Answers::fields).toList();

        assertThat(fields).isNotEmpty();
        assertThat(fields.stream().filter(field -> !field.hasAClass())).isEmpty();
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, said(fields));
    }

    @Test
    void answersAreRecordsSoThatNothingElseGoesOut() {
        assertThat(handlers().stream().map(Answers::of).flatMap(Answers::strangers)).isEmpty();
    }

    @Test
    void peopleAreToldOfOnlyWithWordOfHowMuchTheReaderMayBeTold() {
        var clear =
                handlers().stream()
                        .map(Answers::of)
                        .flatMap(Answers::fields)
                        .filter(Field::isClear)
                        .toList();

        assertThat(clear).isNotEmpty();
        assertThat(clear.stream().filter(field -> !field.told())).isEmpty();
    }

    @Test
    void whatHasNoClassOrNoWordIsFound() throws Exception {
        var answers = Answers.of(Planted.class.getDeclaredMethod("leaky"));

        assertThat(answers.fields().filter(field -> !field.hasAClass()).map(Field::toString))
                .containsExactly(Planted.Inner.class.getName() + ".forgotten");
        assertThat(answers.fields().filter(Field::isClear).filter(field -> !field.told()))
                .extracting(Field::toString)
                .containsExactly(Planted.Outer.class.getName() + ".phone");
        assertThat(answers.strangers()).contains(Planted.Stranger.class);
    }

    /** A controller as it should not be. */
    static final class Planted {

        static final class Stranger {}

        record Inner(@Classified(FieldClass.C0) Stranger known, String forgotten) {}

        @Classified(FieldClass.C1)
        record Outer(
                @Classified(FieldClass.C3) String phone, List<Inner> inner, Told<Safe> cleared) {}

        @Classified(FieldClass.C2)
        record Safe(String address) {}

        Outer leaky() {
            throw new UnsupportedOperationException();
        }
    }

    private static String said(List<Field> fields) {
        return "%d fields of answers: all have a class, %d tell of people%n"
                .formatted(
                        distinct(fields.stream()),
                        distinct(fields.stream().filter(Field::isClear)));
    }

    private static long distinct(Stream<Field> fields) {
        return fields.map(Field::toString).distinct().count();
    }

    private static List<Method> handlers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setEnvironment(RouteOracleTests.everythingOn());
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("org.linli").stream()
                .map(found -> type(found.getBeanClassName()))
                .filter(RouteOracleTests::isOfTheProduct)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .toList();
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
