package org.linli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.linli.access.Clearance;
import org.linli.platform.http.OutboundHttp;
import org.linli.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** How our code reads, as far as its bytecode shows it. */
@AnalyzeClasses(packages = "org.linli", importOptions = ImportOption.DoNotIncludeTests.class)
class ConventionTests {

    @ArchTest
    static final ArchRule noFieldInjection = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule controllersStayInside =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule storesStayInside =
            classes().that().haveSimpleNameEndingWith("Store").should().bePackagePrivate();

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    /**
     * Nobody calls out (charter N15, SECURITY §4.12) but the launcher, which talks to the Linli
     * that it starts, the database's own client, and the one class through which everybody else
     * does.
     */
    @ArchTest
    static final ArchRule n15NobodyCallsOut =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.linli.launch..")
                    .and()
                    .doNotHaveSimpleName("PostgresBinaries")
                    .and(not(belongToAnyOf(OutboundHttp.class)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net.http..",
                            "org.springframework.web.client..",
                            "org.springframework.web.reactive..",
                            "okhttp3..",
                            "org.apache.hc..",
                            "org.apache.http..")
                    .orShould()
                    .callMethod(URL.class, "openConnection")
                    .orShould()
                    .callMethod(URL.class, "openStream")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(HttpURLConnection.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Socket.class)
                    .orShould()
                    .callMethodWhere(
                            target(nameMatching("send"))
                                    .and(target(owner(assignableTo(HTTPRequest.class)))));

    /** A stream of rows keeps its connection until somebody closes it; a list gives it back. */
    @ArchTest
    static final ArchRule rowsAreReadToTheirEnd =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    /** A code from a counter has proven who sits there; nobody else is oneself. */
    @ArchTest
    static final ArchRule onlyResidentsAreToldOfThemselves =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.linli.register.Residents")
                    .and()
                    .doNotHaveFullyQualifiedName("org.linli.mediation.Mediations")
                    .and()
                    .doNotHaveFullyQualifiedName("org.linli.access.Clearance")
                    .should()
                    .accessField(Clearance.class, "OF_ONESELF");

    /** Nothing is stored that did not go through the darkroom (SECURITY §4.10). */
    @ArchTest
    static final ArchRule onlyTheDarkroomMakesPrints =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Darkroom")
                    .should()
                    .callConstructorWhere(
                            JavaCall.Predicates.target(
                                    HasOwner.Predicates.With.owner(
                                            HasName.Predicates.name(
                                                    "org.linli.evidence.Darkroom$Print"))));

    @ArchTest
    static final ArchRule problemsAreNamedForWhatIsWrong =
            noClasses()
                    .that()
                    .areAssignableTo(Problem.class)
                    .should()
                    .haveSimpleNameEndingWith("Exception")
                    .orShould()
                    .haveSimpleNameEndingWith("Error");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should(
                            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                                    named("Impl", "Manager", "Helper", "Util", "Utils", "DTO")));

    private static DescribedPredicate<JavaClass> named(String... endings) {
        return DescribedPredicate.describe(
                "named …" + String.join(", …", endings),
                type -> {
                    for (var ending : endings) {
                        if (type.getSimpleName().endsWith(ending)) {
                            return true;
                        }
                    }
                    return false;
                });
    }
}
