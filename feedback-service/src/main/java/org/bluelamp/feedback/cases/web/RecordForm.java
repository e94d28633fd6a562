package org.bluelamp.feedback.cases.web;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A conversation or a paper form as staff record it. The order is that of the page.
 *
 * @param kind {@code conversation} or {@code paper}
 * @param area code of the neighbourhood
 * @param message what was said or written
 * @param answer what was answered on the spot; may be empty
 * @param received the day, when it was not today; may be empty
 * @param mail a mail address of the person; may be empty
 * @param telephone a telephone number of the person; may be empty
 * @param token random, the same however often this form is sent
 */
record RecordForm(
        String kind,
        String area,
        String message,
        String answer,
        DateBoxes received,
        String mail,
        String telephone,
        String token) {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    /** Takes what a browser sent. The person's link is made of the token, so what is no token of ours gets a fresh one. */
    RecordForm(
            @Nullable String kind,
            @Nullable String area,
            @Nullable String message,
            @Nullable String answer,
            @Nullable DateBoxes received,
            @Nullable String mail,
            @Nullable String telephone,
            @Nullable String token) {
        this.kind = Objects.requireNonNullElse(kind, Kind.CONVERSATION.code());
        this.area = Objects.requireNonNullElse(area, "");
        this.message = Objects.requireNonNullElse(message, "");
        this.answer = answer == null ? "" : Typed.clean(answer).strip();
        this.received = Objects.requireNonNullElse(received, DateBoxes.EMPTY);
        this.mail = Objects.requireNonNullElse(mail, "");
        this.telephone = Objects.requireNonNullElse(telephone, "");
        this.token = token != null && TOKEN.matcher(token).matches()
                ? token
                : UUID.randomUUID().toString();
    }

    /** @param area code of the only neighbourhood there is; empty when there is a choice */
    static RecordForm blank(String area) {
        return new RecordForm(null, area, null, null, null, null, null, null);
    }

    @Nullable
    Kind came() {
        if (kind.equals(Kind.CONVERSATION.code())) {
            return Kind.CONVERSATION;
        }
        return kind.equals(Kind.PAPER.code()) ? Kind.PAPER : null;
    }

    void checkAnswer(Errors errors) {
        int length = Typed.length(answer);
        if (length > Entry.LONGEST) {
            errors.rejectValue(
                    "answer",
                    "Size",
                    "Shorten this to %,d characters or fewer. You have used %,d".formatted(Entry.LONGEST, length));
        }
        CaseFrames.rejectBlanks(errors, "answer", answer);
    }

    /** Says nothing of what was written, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "RecordForm";
    }
}
