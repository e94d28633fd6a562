package org.bluelamp.directory.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeHtmlTest {

    @Test
    void script_style_and_handlers_of_other_sources_are_left_out() {
        assertThat(SafeHtml.clean(
                        "<p onclick=\"x()\" style=\"color:red\">Come &amp; <b>talk</b></p><script>x()</script><img src=x>"
                                + "<a href=\"javascript:x()\">here</a>"))
                .isEqualTo("<p>Come &amp; <b>talk</b></p><a rel=\"nofollow\">here</a>");
    }

    @Test
    void plain_text_keeps_its_paragraphs_and_lines_there_and_back() {
        String text = "No need to book.\nJust come.\n\nTea & <biscuits> for all";
        assertThat(SafeHtml.ofText(text))
                .isEqualTo("<p>No need to book.<br>Just come.</p><p>Tea &amp; &lt;biscuits&gt; for all</p>");
        assertThat(SafeHtml.text(SafeHtml.ofText(text))).isEqualTo(text);
    }
}
