package org.bluelamp.news.desk.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Texts;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.StaffPage;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Makes the page on which two texts are merged, and reads what was chosen there. */
@Component
class Merges {

    private final Texts texts;

    Merges(Texts texts) {
        this.texts = texts;
    }

    /**
     * Which versions are merged.
     *
     * @param theirs what the other saved
     * @param base what both began with
     */
    record Versions(long theirs, long base) {}

    /** What an article said at a version, as a form has it; empty when that is not known, or was before the first. */
    Optional<ArticleForm> at(ArticleId article, long version) {
        return texts.at(article, version).map(ArticleForm::of);
    }

    /** What was chosen, from the parameters that were sent. */
    Map<MergedField, Merging.Chosen> chosen(Map<String, String> sent) {
        Map<MergedField, Merging.Chosen> chosen = new EnumMap<>(MergedField.class);
        for (MergedField field : MergedField.values()) {
            String which = sent.getOrDefault("choice." + field.code(), "");
            String own = sent.get("own." + field.code());
            if (!which.isEmpty() || own != null) {
                chosen.put(field, new Merging.Chosen(which, own == null ? "" : own));
            }
        }
        return chosen;
    }

    PageView page(
            StaffPage frame,
            BindingResult errors,
            Merging merging,
            Map<MergedField, Merging.Chosen> chosen,
            Article now,
            Versions versions,
            String save,
            AreaMap map) {
        Form form = Form.of(errors);
        return new PageView(
                "news/merge",
                frame.form(form),
                new MergePage(
                        form,
                        "/staff/news/" + now.id() + "/merge",
                        versions.theirs(),
                        versions.base(),
                        LastTouch.of(now).who(),
                        merging.mine(),
                        merging.choices(chosen, map),
                        now instanceof Public,
                        save));
    }
}
