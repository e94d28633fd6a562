package org.bluelamp.alerts.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bluelamp.testing.MovableClock;
import org.junit.jupiter.api.Test;

class SignedLinksTest {

    private static final byte[] OLD = "an older key of at least 32 bytes".getBytes();
    private static final byte[] NEW = "a newer key that has 32 bytes too".getBytes();

    private final MovableClock clock = new MovableClock();
    private final SignedLinks links = new SignedLinks(List.of(NEW), clock);
    private final UUID person = UUID.randomUUID();

    @Test
    void a_token_tells_whom_it_was_made_for() {
        var token = links.sign(LinkPurpose.UNSUBSCRIBE, person, "areas", null);
        assertThat(links.read(LinkPurpose.UNSUBSCRIBE, token)).isEqualTo(new LinkReading.Valid(person, "areas"));
        assertThat(token).matches("[A-Za-z0-9_-]+").hasSizeLessThan(70);
    }

    @Test
    void a_token_for_one_purpose_is_worthless_for_every_other() {
        for (var made : LinkPurpose.values()) {
            var token = links.sign(made, person, "", null);
            for (var used : LinkPurpose.values()) {
                assertThat(links.read(used, token) instanceof LinkReading.Valid).isEqualTo(used == made);
            }
        }
    }

    @Test
    void a_token_with_any_bit_changed_is_forged() {
        var token = Base64.getUrlDecoder().decode(links.sign(LinkPurpose.MANAGE, person, "areas", null));
        for (var bit = 0; bit < token.length * 8; bit++) {
            var changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(LinkPurpose.MANAGE, Base64.getUrlEncoder().encodeToString(changed)))
                    .isInstanceOf(LinkReading.Forged.class);
        }
    }

    @Test
    void what_is_no_token_at_all_is_forged_too() {
        for (var garbage : List.of("", "x", "%%%", "AAAA", "A".repeat(43), "A".repeat(100_000), "ä€", "a/b+c")) {
            assertThat(links.read(LinkPurpose.UNSUBSCRIBE, garbage)).isInstanceOf(LinkReading.Forged.class);
        }
    }

    @Test
    void a_token_with_an_end_expires_and_one_without_never_does() {
        var soon = links.sign(LinkPurpose.CONFIRM, person, "", Instant.now().plusSeconds(60));
        var never = links.sign(LinkPurpose.UNSUBSCRIBE, person, "areas", null);
        clock.moveBy(Duration.ofDays(36_500));
        assertThat(links.read(LinkPurpose.CONFIRM, soon)).isInstanceOf(LinkReading.Expired.class);
        assertThat(links.read(LinkPurpose.UNSUBSCRIBE, never)).isInstanceOf(LinkReading.Valid.class);
    }

    @Test
    void after_the_key_was_replaced_old_links_still_work_and_new_ones_use_the_new_key() {
        var before = new SignedLinks(List.of(OLD), clock);
        var after = new SignedLinks(List.of(NEW, OLD), clock);
        var old = before.sign(LinkPurpose.UNSUBSCRIBE, person, "areas", null);
        assertThat(after.read(LinkPurpose.UNSUBSCRIBE, old)).isInstanceOf(LinkReading.Valid.class);
        assertThat(links.read(LinkPurpose.UNSUBSCRIBE, old)).isInstanceOf(LinkReading.Forged.class);
        assertThat(links.read(LinkPurpose.MANAGE, after.sign(LinkPurpose.MANAGE, person, "", null)))
                .isInstanceOf(LinkReading.Valid.class);
    }

    @Test
    void a_short_key_is_refused_at_the_start() {
        assertThatThrownBy(() -> new SignedLinks(List.of("short".getBytes()), clock))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("short");
    }
}
