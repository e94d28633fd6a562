package org.bluelamp.feedback.voice;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.ContactDraft;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.wording.WatchedWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts people's own words in a round before the team at once when they speak of danger, as a case that is urgent. It says
 * which round, and of the voice nothing but those words: ADR 0258.
 */
@Component
class DangerInWords {

    private final WatchedWords words;
    private final ContactIntake cases;
    private final Rounds rounds;

    DangerInWords(WatchedWords words, ContactIntake cases, Rounds rounds) {
        this.words = words;
        this.cases = cases;
        this.rounds = rounds;
    }

    @EventListener
    void look(VoiceKept voice) {
        List<String> written = voice.answers().byQuestion().values().stream()
                .flatMap(answer -> answer instanceof Answer.Written(var text) ? Stream.of(text) : Stream.empty())
                .filter(text -> words.look(text).threat())
                .toList();
        if (!written.isEmpty()) {
            Round round = rounds.find(voice.round()).orElseThrow();
            String text = written.stream()
                    .collect(Collectors.joining(
                            "\n\n",
                            "Somebody wrote this in the round “%s”. They gave no way to answer them.\n\n"
                                    .formatted(round.plan().title()),
                            ""));
            String fitting = text.codePoints()
                    .limit(ContactDraft.LONGEST_MESSAGE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            cases.take(
                    new ContactMessage(round.area(), Kind.MESSAGE, fitting, ContactDetails.NONE),
                    // A secret that is kept nowhere: nobody shall follow the case, nor find its link in what is kept.
                    UUID.randomUUID().toString(),
                    null);
        }
    }
}
