package org.bluelamp.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The privacy page speaks of every form of residents that asks for something about them. */
class PrivacyPageTest {

    private static final Path ROOT = Path.of("..");

    /** Fields that say something of who fills a form in. */
    private static final Pattern ABOUT_A_PERSON =
            Pattern.compile("field\\(\"(mail|email|telephone|mobile|number|address|postcode|age|part)\"\\)");

    /** Where each form of residents stands, and where the page speaks of it. */
    private static final Map<String, String> FORMS = Map.of(
            "alerts-service/src/main/jte/alerts/sign-up.jte", "alerts",
            "alerts-service/src/main/jte/alerts/place.jte", "places",
            "alerts-service/src/main/jte/alerts/texts.jte", "texts",
            "alerts-service/src/main/jte/alerts/case-news.jte", "news",
            "feedback-service/src/main/jte/feedback/concern.jte", "concerns",
            "feedback-service/src/main/jte/feedback/contact/form.jte", "messages",
            "feedback-service/src/main/jte/feedback/contact/record.jte", "messages",
            "feedback-service/src/main/jte/feedback/voice/last.jte", "rounds");

    /** Forms in which staff write about what is theirs or public. */
    private static final Set<String> OF_STAFF = Set.of(
            "alerts-service/src/main/jte/alerts/staff-alert.jte",
            "directory-service/src/main/jte/directory/staff/contact.jte",
            "directory-service/src/main/jte/directory/staff/meeting.jte",
            "directory-service/src/main/jte/directory/staff/person.jte",
            "directory-service/src/main/jte/directory/staff/station.jte",
            "feedback-service/src/main/jte/feedback/voice/staff-voices.jte");

    @Test
    void every_form_that_asks_for_something_about_a_person_stands_on_the_privacy_page() throws IOException {
        Set<String> asking = new TreeSet<>();
        try (Stream<Path> services = Files.list(ROOT)) {
            for (Path templates : services.map(service -> service.resolve("src/main/jte"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(templates)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        if (ABOUT_A_PERSON.matcher(Files.readString(file)).find()) {
                            asking.add(ROOT.relativize(file).toString());
                        }
                    }
                }
            }
        }
        Set<String> known =
                Stream.concat(FORMS.keySet().stream(), OF_STAFF.stream()).collect(Collectors.toSet());
        assertThat(known).as("say on the privacy page what a new form asks for").containsAll(asking);
        assertThat(asking).containsAll(FORMS.keySet());
        String page = page();
        FORMS.values().forEach(about -> assertThat(page).contains("id=\"" + about + "\""));
    }

    @Test
    void it_says_what_is_asked_and_for_how_long() throws IOException {
        assertThat(page())
                .contains(
                        "You may leave an email address or a telephone number",
                        "id=\"councils\"",
                        "not how to reach you",
                        "your age group and the part of the neighbourhood",
                        "erased 28 days after your concern or message was answered or closed",
                        "erased a year after that",
                        "id=\"notifications\"")
                .doesNotContain("We do not ask for your name, your address or how to reach you");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/main/jte/gateway/privacy.jte"));
    }
}
