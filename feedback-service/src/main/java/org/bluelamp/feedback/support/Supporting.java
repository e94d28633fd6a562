package org.bluelamp.feedback.support;

import java.time.Clock;
import java.util.HexFormat;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.feedback.voice.Voices;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
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
        if (supports.held(key)) {
            return Given.COUNTED;
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
        byte[] once = HexFormat.of()
                .parseHex(SubmissionKey.digest("support", round.id().toString(), code.value(), cause.code()));
        if (supports.add(cause, round.id(), once, key, LondonTime.date(clock.instant()))) {
            return Given.COUNTED;
        }
        return supports.held(key) ? Given.COUNTED : Given.USED_CODE;
    }
}
