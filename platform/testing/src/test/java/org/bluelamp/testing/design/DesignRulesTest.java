package org.bluelamp.testing.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules against three small services: news breaks them, directory keeps them, feedback goes in circles. */
class DesignRulesTest {

    private static final String DIRECTORY = "org.bluelamp.directory";
    private static final String NEWS = "org.bluelamp.news";
    private static final String FEEDBACK = "org.bluelamp.feedback";

    @Test
    void a_service_that_keeps_the_rules_passes_them_all() {
        JavaClasses directory = classesOf(DIRECTORY);
        assertThat(directory).isNotEmpty();
        List.of(
                        DesignRules.knowsNoOtherService(DIRECTORY),
                        DesignRules.modelIsFreeOfFrameworks(),
                        DesignRules.timeComesFromAClock(),
                        DesignRules.featuresFormNoCycle(DIRECTORY),
                        DesignRules.packagesAreNamedAfterFeatures(),
                        DesignRules.packagesAreNullMarked(),
                        DesignRules.noStaticState(),
                        DesignRules.handlersSayWhoMayCall())
                .forEach(rule -> assertThatCode(() -> rule.check(directory)).doesNotThrowAnyException());
    }

    @Test
    void a_type_of_another_service_is_noticed() {
        assertBroken(DesignRules.knowsNoOtherService(NEWS), NEWS, "org.bluelamp.directory.area.Area");
    }

    @Test
    void a_framework_in_a_rich_model_is_noticed() {
        assertBroken(DesignRules.modelIsFreeOfFrameworks(), NEWS, "StringUtils");
    }

    @Test
    void the_machines_time_is_noticed_and_a_clock_is_not() {
        assertBroken(DesignRules.timeComesFromAClock(), NEWS, "Instant.now()");
        assertBroken(DesignRules.timeComesFromAClock(), NEWS, "currentTimeMillis");
        assertThatThrownBy(() -> DesignRules.timeComesFromAClock().check(classesOf(NEWS)))
                .hasMessageNotContaining("Instant.now(java.time.Clock)");
    }

    @Test
    void a_circle_of_features_is_noticed() {
        assertBroken(DesignRules.featuresFormNoCycle(FEEDBACK), FEEDBACK, "Cycle detected");
    }

    @Test
    void a_package_named_after_nothing_is_noticed() {
        assertBroken(DesignRules.packagesAreNamedAfterFeatures(), NEWS, "org.bluelamp.news.util");
    }

    @Test
    void a_package_that_is_not_null_marked_is_noticed() {
        assertBroken(DesignRules.packagesAreNullMarked(), NEWS, "org.bluelamp.news.article has no package-info");
    }

    @Test
    void static_state_is_noticed() {
        assertBroken(DesignRules.noStaticState(), NEWS, "Counter.count");
    }

    @Test
    void a_handler_without_a_rule_is_noticed_and_one_with_it_is_not() {
        assertBroken(DesignRules.handlersSayWhoMayCall(), NEWS, "NewsPages.publish()");
        assertThatThrownBy(() -> DesignRules.handlersSayWhoMayCall().check(classesOf(NEWS)))
                .hasMessageNotContaining("NewsPages.list()");
    }

    private static void assertBroken(ArchRule rule, String root, String by) {
        assertThatThrownBy(() -> rule.check(classesOf(root)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(by);
    }

    private static JavaClasses classesOf(String root) {
        return new ClassFileImporter().importPackages(root);
    }
}
