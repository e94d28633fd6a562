package org.bluelamp.feedback.cases.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.UUID;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A message as a resident fills it in; change what the test is about. */
public record Message(String text, String mail, String telephone, String subject, Instant opened, String token) {

    /** A message as most people fill it in. */
    public static Message aMessage() {
        return new Message(
                "When do you visit the school again?",
                "",
                "",
                "",
                Instant.now().minusSeconds(90),
                UUID.randomUUID().toString());
    }

    /** With another text. */
    public Message saying(String newText) {
        return new Message(newText, mail, telephone, subject, opened, token);
    }

    Message reachedBy(String newMail, String newTelephone) {
        return new Message(text, newMail, newTelephone, subject, opened, token);
    }

    Message withHiddenField(String value) {
        return new Message(text, mail, telephone, value, opened, token);
    }

    Message opened(Instant moment) {
        return new Message(text, mail, telephone, subject, moment, token);
    }

    Message withToken(String other) {
        return new Message(text, mail, telephone, subject, opened, other);
    }

    /** The form with it, sent to an area by its path. */
    public MockHttpServletRequestBuilder sentTo(String path) {
        return post("/have-your-say/" + path + "/contact")
                .param("message", text)
                .param("mail", mail)
                .param("telephone", telephone)
                .param("subject", subject)
                .param("opened", String.valueOf(opened.getEpochSecond()))
                .param("token", token);
    }
}
