package org.bluelamp.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosa@example.org",
                " rosa@example.org ",
                "Rosa.Field+police@Sub.Example.ORG",
                "o'neill@example.co.uk",
                "rosa@bücher.example",
                "r@a-b.example"
            })
    void addresses_that_people_have_are_taken(String typed) {
        assertThat(MailAddress.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rosa",
                "@example.org",
                "rosa@",
                "rosa@example",
                "rosa@-example.org",
                "rosa@example..org",
                "ro sa@example.org",
                ".rosa@example.org",
                "rosa.@example.org",
                "rosa@[127.0.0.1]",
                "rosa@example.org\nBcc: all@example.org",
                "Rosa <rosa@example.org>",
                "a@example.org, b@example.org",
                "\"rosa field\"@example.org",
                "rosa@exa_mple.org"
            })
    void what_is_no_single_plain_address_is_refused(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    @Test
    void addresses_that_are_too_long_are_refused() {
        assertThat(MailAddress.parse("r".repeat(65) + "@example.org")).isEmpty();
        assertThat(MailAddress.parse("rosa@" + "example.".repeat(40) + "org")).isEmpty();
        assertThat(MailAddress.parse("r@" + "ü".repeat(100_000) + ".org")).isEmpty();
    }

    @Test
    void an_international_domain_is_kept_as_mail_servers_know_it() {
        assertThat(MailAddress.parse("rosa@Bücher.example").orElseThrow().value())
                .isEqualTo("rosa@xn--bcher-kva.example");
    }

    @Test
    void an_address_does_not_show_where_it_is_logged() {
        assertThat("for " + MailAddress.parse("rosa@example.org").orElseThrow()).doesNotContain("rosa", "example");
    }
}
