package org.bluelamp.testing.design;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules one by one, so that each can be tried on code that breaks it. */
final class DesignRules {

    private static final List<String> SERVICES = List.of("gateway", "directory", "news", "alerts", "feedback");
    private static final String SECURITY = "org.bluelamp.service.security.";

    private DesignRules() {}

    static ArchRule knowsNoOtherService(String root) {
        String[] others = Stream.concat(SERVICES.stream(), Stream.of("local", "testing", "journeys"))
                .map(name -> "org.bluelamp." + name)
                .filter(other -> !other.equals(root))
                .map(other -> other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services share nothing but the contracts of their events")
                .allowEmptyShould(true);
    }

    static ArchRule modelIsFreeOfFrameworks() {
        return noClasses()
                .that(new DescribedPredicate<>("belong to a rich model (a sealed type, one of its kinds, or an enum)") {
                    @Override
                    public boolean test(JavaClass type) {
                        return isOfModel(type);
                    }
                })
                .and()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "gg.jte..")
                .because("rules are read, tested and kept apart from the means")
                .allowEmptyShould(true);
    }

    static ArchRule timeComesFromAClock() {
        return classes()
                .should(new ArchCondition<>("read the time only from a Clock they are given") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getAccessesFromSelf().stream()
                                .filter(DesignRules::readsTheMachinesTime)
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.violated(type, access.getDescription())));
                    }
                })
                .because("a test sets the clock, and all replicas follow the same rule")
                .allowEmptyShould(true);
    }

    static ArchRule featuresFormNoCycle(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be read without the ones that build on it")
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNamedAfterFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage(Stream.of("impl", "dto", "entity", "util", "utils", "helper", "common", "misc")
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .because("a package is a feature, not a kind of class")
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<>("lie in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no package-info.java with @NullMarked"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule noStaticState() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("several replicas run, and tests run side by side")
                .allowEmptyShould(true);
    }

    static ArchRule handlersSayWhoMayCall() {
        return methods()
                .that(new DescribedPredicate<>("handle requests") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return handlesRequests(method);
                    }
                })
                .should(new ArchCondition<>("carry PublicEndpoint or StaffEndpoint, or be in a class that does") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!hasRule(method) && !hasRule(method.getOwner())) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not say who may call it"));
                        }
                    }
                })
                .because("a handler without a rule answers nobody")
                .allowEmptyShould(true);
    }

    /** By name, for this module knows nothing of the services' security. */
    private static boolean hasRule(CanBeAnnotated element) {
        return element.isAnnotatedWith(SECURITY + "PublicEndpoint")
                || element.isAnnotatedWith(SECURITY + "StaffEndpoint");
    }

    private static boolean isOfModel(JavaClass type) {
        return type.isEnum()
                || isSealed(type)
                || type.getAllRawInterfaces().stream().anyMatch(DesignRules::isSealed);
    }

    private static boolean isSealed(JavaClass type) {
        return type.getPackageName().startsWith("org.bluelamp.")
                && type.reflect().isSealed();
    }

    private static boolean readsTheMachinesTime(JavaAccess<?> access) {
        if (!(access instanceof JavaCall<?> call)) {
            return false;
        }
        JavaClass owner = call.getTargetOwner();
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        boolean takesClock = parameters.size() == 1 && parameters.getFirst().isEquivalentTo(Clock.class);
        return switch (call.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !takesClock;
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && parameters.isEmpty();
            default -> owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
        };
    }

    private static boolean handlesRequests(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .anyMatch(name ->
                        name.startsWith("org.springframework.web.bind.annotation.") && name.endsWith("Mapping"));
    }
}
