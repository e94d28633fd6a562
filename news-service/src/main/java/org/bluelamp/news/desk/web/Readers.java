package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.usefulness.Remark;
import org.bluelamp.news.usefulness.Tally;
import org.bluelamp.web.page.LondonTime;

/**
 * What readers said of an article, for editors.
 *
 * @param yes how many found it useful
 * @param all how many said anything
 * @param remarks their words, the newest first
 */
public record Readers(long yes, long all, List<Said> remarks) {

    /** Some reader's words. */
    public record Said(String when, boolean useful, String text) {}

    static Readers of(Tally tally, List<Remark> remarks) {
        return new Readers(
                tally.yes(),
                tally.all(),
                remarks.stream()
                        .map(remark -> new Said(LondonTime.minute(remark.at()), remark.useful(), remark.text()))
                        .toList());
    }
}
