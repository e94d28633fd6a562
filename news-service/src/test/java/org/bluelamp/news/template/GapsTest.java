package org.bluelamp.news.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void words_in_brackets_are_gaps_and_links_pictures_and_footnotes_are_not() {
        assertThat(Gaps.in(anArticle()
                        .titled("Did you see [what happened]?")
                        .summarised("On [day].")
                        .saying("""
                                On [day] at [place], see [our page](https://example.org) and ![a map](picture:0123456789abcdef).

                                He said "it is [sic] fine".
                                """)
                        .build()))
                .containsExactly("[what happened]", "[day]", "[place]", "[sic]");
    }
}
