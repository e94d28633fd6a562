package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EndpointRulesCheckTest {

    @Test
    void a_service_does_not_start_with_a_handler_that_says_not_who_may_call_it() {
        assertThatThrownBy(() -> check(Forgotten.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/forgotten")
                .hasMessageContaining("has no rule")
                .hasMessageContaining("Forgotten#page");
    }

    @Test
    void a_staff_rule_that_names_no_role_is_a_fault() {
        assertThatThrownBy(() -> check(NoRole.class)).hasMessageContaining("names no role");
    }

    @Test
    void a_public_handler_cannot_ask_who_is_signed_in() {
        assertThatThrownBy(() -> check(Curious.class)).hasMessageContaining("takes a StaffMember");
    }

    @Test
    void a_rule_on_the_class_holds_for_its_handlers() {
        assertThatCode(() -> check(Ruled.class)).doesNotThrowAnyException();
    }

    private static void check(Class<?> controller) {
        try (StaticApplicationContext context = new StaticApplicationContext()) {
            context.registerSingleton("controller", controller);
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            new EndpointRulesCheck(List.of(mapping)).afterSingletonsInstantiated();
        }
    }

    @RestController
    static class Forgotten {
        @GetMapping("/forgotten")
        void page() {}
    }

    @RestController
    static class NoRole {
        @StaffEndpoint({})
        @GetMapping("/no-role")
        void page() {}
    }

    @RestController
    static class Curious {
        @PublicEndpoint
        @GetMapping("/curious")
        void page(StaffMember staff) {}
    }

    @RestController
    @StaffEndpoint(Role.OPERATOR)
    static class Ruled {
        @GetMapping("/ruled")
        void page(StaffMember staff) {}
    }
}
