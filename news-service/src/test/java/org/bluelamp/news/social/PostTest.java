package org.bluelamp.news.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostTest {

    private static final String LONG_ADDRESS = "https://www.example.police.uk/news/" + "a".repeat(90);

    private static Told told(String summary, String... hashtags) {
        return new Told(
                "Bike marking in Ware",
                summary,
                LONG_ADDRESS,
                List.of(hashtags),
                Set.of(new AreaCode("hertfordshire/east-herts/ware")));
    }

    @Test
    void a_short_text_is_told_whole_with_its_link_and_hashtags() {
        assertThat(Post.of(told("Bring your bike.", "HertsWeek", "Ware"), Network.X)
                        .text())
                .isEqualTo("Bike marking in Ware\n\nBring your bike.\n\n" + LONG_ADDRESS + "\n\n#HertsWeek #Ware");
    }

    @Test
    void a_link_counts_as_much_as_the_network_counts_it() {
        String text = "Read " + LONG_ADDRESS;

        assertThat(Network.X.count(text)).isEqualTo(5 + 23);
        assertThat(Network.MASTODON.count(text)).isEqualTo(5 + 23);
        assertThat(Network.BLUESKY.count(text)).isEqualTo(5 + LONG_ADDRESS.length());
        // A name with dots becomes a link there too.
        assertThat(Network.X.count("See ware.uk now")).isEqualTo(4 + 23 + 4);
    }

    @Test
    void what_lies_outside_latin_counts_twice_on_x_and_bytes_count_on_nextdoor() {
        assertThat(Network.X.count("\u201CWare\u201D \u2014 caf\u00e9")).isEqualTo(13);
        assertThat(Network.X.count("\u8b66\u5bdf")).isEqualTo(4);
        assertThat(Network.X.count("\uD83D\uDE94")).isEqualTo(2);
        assertThat(Network.NEXTDOOR.count("caf\u00e9")).isEqualTo(5);
    }

    @Test
    void where_it_is_too_long_the_last_hashtags_go_first_and_then_the_end_of_the_summary() {
        Post fewer = Post.of(told("word ".repeat(42).strip() + ".", "HertsWeek", "RuralCrime", "Ware"), Network.X);
        assertThat(fewer.text()).contains("word.").endsWith("#HertsWeek");

        Post shorter = Post.of(told("word ".repeat(59).strip() + ".", "HertsWeek", "RuralCrime"), Network.X);
        assertThat(shorter.text()).contains("word\u2026").contains(LONG_ADDRESS).endsWith("#HertsWeek");
        assertThat(shorter.count()).isBetween(270, 280);
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void every_network_gets_a_text_that_fits_and_has_the_link(Network network) {
        Told longest = new Told(
                "\u8b66 ".repeat(60).strip(),
                "\u8b66\u5bdf ".repeat(100).strip(),
                LONG_ADDRESS,
                List.of("A".repeat(50), "B".repeat(50), "C".repeat(50)),
                Set.of());

        Post post = Post.of(longest, network);

        assertThat(post.count()).isLessThanOrEqualTo(network.limit()).isEqualTo(network.count(post.text()));
        assertThat(post.text()).contains(LONG_ADDRESS).contains("\u8b66 \u8b66");
    }

    @Test
    void a_hashtag_is_told_once_in_whatever_case() {
        assertThat(told("x", "HertsWeek", "hertsweek", "Ware").hashtags()).containsExactly("HertsWeek", "Ware");
    }
}
