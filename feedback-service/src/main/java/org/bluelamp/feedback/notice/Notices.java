package org.bluelamp.feedback.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.messaging.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces that something happened about what residents told us. Whoever sends the mails learns neither what was told nor
 * by whom: an event names those whom it concerns by topics, digests of the secrets in their links. It is announced whether
 * or not anybody asked for mails, so that nobody here knows who did.
 */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Notices(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * By what events name whoever holds a link: a digest of the digest that the database holds of its secret. So whoever
     * holds the secret can make it, and it opens nothing.
     *
     * @param linkHash what the database holds
     */
    static String topic(byte[] linkHash) {
        return SubmissionKey.digest("notice", HexFormat.of().formatHex(linkHash));
    }

    private record Reader(UUID moved, long version, String area, String topic) {}

    /**
     * Something happened about cases. It concerns their senders, those of the cases that are answered with them, as long
     * as they have not asked again, and the senders of the cases that they were parts of.
     *
     * @param cases ids of cases, as they are now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofCases(Collection<UUID> cases, Move move, Instant at) {
        Map<UUID, List<Reader>> readers = jdbc
                .sql("""
                        select moved.id, moved.version, moved.area_code, reader.link_hash
                          from "case" moved
                         cross join lateral (
                               select link_hash from "case" where id = moved.id
                               union
                               select link_hash from "case" where merged_into = moved.id and closing = 'merged'
                               union
                               select link_hash from "case" where id = moved.split_from) reader
                         where moved.id = any (:cases)""")
                .param("cases", cases.toArray(UUID[]::new))
                .query((row, n) -> new Reader(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("area_code"),
                        topic(row.getBytes("link_hash"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reader::moved));
        readers.forEach((id, those) -> announce(
                id + " " + those.getFirst().version(),
                move,
                those.getFirst().area(),
                at,
                those.stream().map(Reader::topic).sorted().toList()));
    }

    /**
     * Something happened about a priority. It concerns the senders of the concerns that led to it.
     *
     * @param version the priority's, after it happened
     * @param but concerns whose senders have heard of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofPriority(UUID priority, long version, String area, Move move, Instant at, Set<Reference> but) {
        List<String> topics = jdbc
                .sql("""
                        select c.link_hash
                          from priority_concern pc
                          join concern co on co.id = pc.concern_id
                          join "case" c on c.id = co.case_id
                         where pc.priority_id = :priority
                           and c.reference <> all (:but)""")
                .param("priority", priority)
                .param("but", but.stream().map(Reference::value).toArray(String[]::new))
                .query((row, n) -> topic(row.getBytes("link_hash")))
                .list()
                .stream()
                .sorted()
                .toList();
        announce(priority + " " + version, move, area, at, topics);
    }

    private void announce(String what, Move move, String area, Instant at, List<String> topics) {
        for (int from = 0; from < topics.size(); from += CaseMoved.AT_ONCE) {
            String name = what + " " + move.code() + " " + from;
            outbox.append(new CaseMoved(
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            move.code(),
                            area,
                            at,
                            topics.subList(from, Math.min(topics.size(), from + CaseMoved.AT_ONCE)))
                    .event());
        }
    }
}
