package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.servlet.HandlerMapping;

class EndpointRulesTest {

    @Test
    void what_the_dispatcher_will_refuse_by_itself_passes() {
        assertThat(grantedWhenFindingFailsWith(new HttpRequestMethodNotSupportedException("PATCH", Set.of("GET"))))
                .isTrue();
        assertThat(grantedWhenFindingFailsWith(
                        new HttpMediaTypeNotSupportedException(MediaType.TEXT_XML, java.util.List.of())))
                .isTrue();
        assertThat(grantedWhenFindingFailsWith(new MissingServletRequestParameterException("page", "int")))
                .isTrue();
    }

    @Test
    void whoever_makes_finding_the_handler_fail_in_another_way_does_not_pass() {
        assertThat(grantedWhenFindingFailsWith(new IllegalStateException("ambiguous")))
                .isFalse();
        assertThat(grantedWhenFindingFailsWith(new NullPointerException())).isFalse();
    }

    private static boolean grantedWhenFindingFailsWith(Exception failure) {
        HandlerMapping mapping = request -> {
            throw failure;
        };
        EndpointRules rules = new EndpointRules(new ObjectProvider<>() {
            @Override
            public Stream<HandlerMapping> orderedStream() {
                return Stream.of(mapping);
            }
        });
        return rules.authorize(
                        () -> null, new RequestAuthorizationContext(new MockHttpServletRequest("GET", "/staff/news")))
                .isGranted();
    }
}
