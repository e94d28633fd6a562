package org.bluelamp.testing.design;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules that the design of every service keeps. A service runs them with one line in its root package:
 *
 * {@snippet :
 * class DesignTest extends ServiceDesign {}
 * }
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceDesign {

    private final String root = getClass().getPackageName();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);

    @Test
    void it_knows_no_type_of_another_service() {
        DesignRules.knowsNoOtherService(root).check(classes);
    }

    @Test
    void its_rich_model_is_free_of_frameworks() {
        DesignRules.modelIsFreeOfFrameworks().check(classes);
    }

    @Test
    void it_reads_the_time_from_a_clock() {
        DesignRules.timeComesFromAClock().check(classes);
    }

    @Test
    void its_features_form_no_cycle() {
        DesignRules.featuresFormNoCycle(root).check(classes);
    }

    @Test
    void its_packages_are_named_after_features() {
        DesignRules.packagesAreNamedAfterFeatures().check(classes);
    }

    @Test
    void its_packages_are_null_marked() {
        DesignRules.packagesAreNullMarked().check(classes);
    }

    @Test
    void it_has_no_static_state() {
        DesignRules.noStaticState().check(classes);
    }

    @Test
    void each_of_its_handlers_says_who_may_call_it() {
        DesignRules.handlersSayWhoMayCall().check(classes);
    }
}
