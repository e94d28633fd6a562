package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.reading.web.VersionsPage;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody merges what they typed with what somebody else saved meanwhile.
 *
 * @param form what is wrong
 * @param action where it goes
 * @param version the version that the other saved
 * @param base the version that both began with
 * @param who who saved meanwhile
 * @param mine what the person typed, carried along
 * @param correcting whether readers are told what changed
 * @param save what saving is called
 */
public record MergePage(
        Form form,
        String action,
        long version,
        long base,
        String who,
        ArticleForm mine,
        List<Choice> choices,
        boolean correcting,
        String save) {

    /**
     * A field in which the two differ.
     *
     * @param before what both began with; null when that is not known any more
     * @param chosen {@code mine}, {@code theirs}, {@code own} or nothing yet
     * @param own what is offered to be edited
     * @param mineChanged what the person changed, for a long text
     * @param theirsChanged what the other changed, for a long text
     */
    public record Choice(
            String code,
            String label,
            MergedField.Size size,
            String mine,
            String theirs,
            @Nullable String before,
            String chosen,
            String own,
            List<VersionsPage.Change> mineChanged,
            List<VersionsPage.Change> theirsChanged) {

        public boolean isText() {
            return size == MergedField.Size.TEXT;
        }

        public boolean isEditable() {
            return size != MergedField.Size.CHOICE;
        }

        public boolean is(String which) {
            return chosen.equals(which);
        }
    }
}
