package org.bluelamp.directory.desk;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/** What the pages show on which an area's own words and accounts are changed. */
public final class EntryPages {

    private static final List<String> NETWORKS =
            List.of("facebook", "twitter", "instagram", "youtube", "nextdoor", "whatsapp", "tiktok", "flickr");

    private EntryPages() {}

    /**
     * The page of the accounts.
     *
     * @param rows how many the form has
     * @param used the networks the form names, which stay to be chosen even if they are unusual
     * @param current the area as somebody else saved it meanwhile; null when nobody did
     */
    public record AccountsPage(
            Area area,
            Form form,
            long version,
            int rows,
            List<String> used,
            @Nullable Area current) {

        public String action() {
            return "/staff/directory/accounts/" + area.code();
        }

        public List<Choice> networks() {
            List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Choose")));
            List<String> all = new ArrayList<>(NETWORKS);
            used.stream()
                    .filter(one -> !one.isEmpty() && !all.contains(one))
                    .distinct()
                    .forEach(all::add);
            all.forEach(network -> choices.add(new Choice(network, new SocialAccount(network, "", "").networkName())));
            return choices;
        }
    }

    /**
     * The page of the text.
     *
     * @param current the text as somebody else saved it meanwhile; null when nobody did
     */
    public record TextsPage(
            Area area, Form form, long version, @Nullable String current) {

        public String action() {
            return "/staff/directory/texts/" + area.code();
        }
    }
}
