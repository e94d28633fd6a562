package org.bluelamp.feedback.wording;

import static java.time.ZoneOffset.UTC;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The words that are looked for in whatever arrives: rows that administrators keep. */
@Repository
public class WatchedWords {

    /** How many there are at most: all are compared with each text. */
    public static final int MOST = 500;

    /** The longest phrase, in characters. */
    public static final int LONGEST = 60;

    /** Characters that shape text and are not seen, as a space of no width. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    WatchedWords(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A phrase that is looked for.
     *
     * @param threat whether a person must read at once what holds it; otherwise it has it set aside
     * @param phrase in the shape that texts are compared in
     */
    public record Watched(UUID id, boolean threat, String phrase) {}

    /**
     * What a text holds.
     *
     * @param threat whether a person must read it at once
     * @param blocked whether it is to be set aside
     */
    public record Verdict(boolean threat, boolean blocked) {}

    /** What is looked for, threats first, by phrase. */
    public List<Watched> all() {
        return jdbc.sql("select id, kind = 'threat' as threat, phrase from watched_words order by kind desc, phrase")
                .query(Watched.class)
                .list();
    }

    /**
     * What a text holds of it. Letters of other scripts that look like those of ours are taken for them, and characters that
     * nobody sees both for nothing and for a space: they come with what is copied, or hide a word.
     */
    public Verdict look(String text) {
        String compared = " " + LookAlikes.latin(plain(text)) + " | "
                + LookAlikes.latin(plain(UNSEEN.matcher(text).replaceAll(" "))) + " ";
        boolean threat = false;
        boolean blocked = false;
        for (Watched one : all()) {
            if (compared.contains(" " + LookAlikes.latin(one.phrase()) + " ")) {
                threat |= one.threat();
                blocked |= !one.threat();
            }
        }
        return new Verdict(threat, blocked);
    }

    /** Adds a phrase; whether there is room for it. One that is there already stays as it is. */
    @Transactional
    public boolean add(StaffMember staff, boolean threat, String phrase) {
        String plain = plain(phrase);
        if (jdbc.sql("select count(*) from watched_words").query(Integer.class).single() >= MOST) {
            return false;
        }
        int added = jdbc.sql("""
                        insert into watched_words (id, kind, phrase, added_by_name, added_at)
                        values (:id, :kind, :phrase, :by, :at)
                        on conflict (phrase) do nothing""")
                .param("id", UUID.randomUUID())
                .param("kind", threat ? "threat" : "block")
                .param("phrase", plain)
                .param("by", staff.name())
                .param("at", clock.instant().atOffset(UTC))
                .update();
        if (added == 1) {
            audit.record(staff, "watched-words.added", plain, threat ? "threat" : "block");
        }
        return true;
    }

    /** Takes a phrase away. */
    @Transactional
    public void remove(StaffMember staff, UUID id) {
        jdbc.sql("delete from watched_words where id = :id returning phrase")
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(phrase -> audit.record(staff, "watched-words.removed", phrase, ""));
    }

    /** Small letters without marks, and digits, with one space between words and nothing that is not seen. */
    public static String plain(String text) {
        return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
