package org.bluelamp.feedback.support;

import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes support with a code: once for each code and cause, while the neighbourhood's round is open. */
@Service
public class Supporting {

    private final Supports supports;
    private final Rounds rounds;
    private final Voices voices;
    private final Clock clock;

    Supporting(Supports supports, Rounds rounds, Voices voices, Clock clock) {
        this.supports = supports;
        this.rounds = rounds;
        this.voices = voices;
        this.clock = clock;
    }

    /**
     * Counts the support of whoever has a code, once for a form however often it is sent.
     *
     * @param area the neighbourhood of the cause
     * @param formToken random, the same however often the form is sent
     */
    @Transactional
    public Given withCode(AreaCode area, Cause cause, VoiceCode code, String formToken) {
        SubmissionKey key = SubmissionKey.ofForm(formToken, SubmissionKey.digest("support", cause.code()));
        Given before = before(key, cause, code);
        if (before != null) {
            return before;
        }
        if (supports.find(area, cause).isEmpty()) {
            return Given.NOT_SHOWN;
        }
        Open round = rounds.open(area)
                .flatMap(open -> rounds.openUntilTheEnd(open.id()))
                .orElse(null);
        if (round == null) {
            return Given.NOT_OPEN;
        }
        if (!voices.admitted(round.id(), code)) {
            return Given.UNKNOWN_CODE;
        }
        byte[] once = once(round.id(), cause, code);
        if (supports.add(cause, round.id(), once, key, LondonTime.date(clock.instant()))) {
            return Given.COUNTED;
        }
        return Objects.requireNonNullElse(before(key, cause, code), Given.USED_CODE);
    }

    /** What to answer when the form was sent before; null when it was not. Whose code it was may be forgotten by then. */
    private @Nullable Given before(SubmissionKey key, Cause cause, VoiceCode code) {
        return supports.held(key)
                .map(held -> held.once() == null || Arrays.equals(held.once(), once(held.round(), cause, code))
                        ? Given.COUNTED
                        : Given.OTHER_CODE)
                .orElse(null);
    }

    private static byte[] once(RoundId round, Cause cause, VoiceCode code) {
        return HexFormat.of().parseHex(SubmissionKey.digest("support", round.toString(), code.value(), cause.code()));
    }
}
