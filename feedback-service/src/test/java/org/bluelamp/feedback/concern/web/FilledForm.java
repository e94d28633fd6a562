package org.bluelamp.feedback.concern.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.UUID;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form as a careful resident fills it in; change what the test is about. */
record FilledForm(
        String[] themes,
        String text,
        String place,
        String times,
        String effect,
        String mail,
        String subject,
        Instant opened,
        String token) {

    static FilledForm aForm() {
        return new FilledForm(
                new String[] {"speeding"},
                "Cars race past the school every morning",
                "Chells Way",
                "School mornings",
                "a-lot",
                "",
                "",
                Instant.now().minusSeconds(90),
                UUID.randomUUID().toString());
    }

    FilledForm about(String... newThemes) {
        return new FilledForm(newThemes, text, place, times, effect, mail, subject, opened, token);
    }

    FilledForm saying(String newText) {
        return new FilledForm(themes, newText, place, times, effect, mail, subject, opened, token);
    }

    FilledForm at(String newPlace) {
        return new FilledForm(themes, text, newPlace, times, effect, mail, subject, opened, token);
    }

    FilledForm affecting(String newEffect) {
        return new FilledForm(themes, text, place, times, newEffect, mail, subject, opened, token);
    }

    FilledForm withHiddenField(String value) {
        return new FilledForm(themes, text, place, times, effect, mail, value, opened, token);
    }

    FilledForm opened(Instant moment) {
        return new FilledForm(themes, text, place, times, effect, mail, subject, moment, token);
    }

    FilledForm reachedBy(String newMail) {
        return new FilledForm(themes, text, place, times, effect, newMail, subject, opened, token);
    }

    MockHttpServletRequestBuilder sentTo(String path) {
        return post("/have-your-say/" + path)
                .param("themes", themes)
                .param("text", text)
                .param("place", place)
                .param("times", times)
                .param("effect", effect)
                .param("mail", mail)
                .param("subject", subject)
                .param("opened", String.valueOf(opened.getEpochSecond()))
                .param("token", token);
    }
}
