package org.bluelamp.news.campaign.web;

import org.bluelamp.news.desk.web.AreaChoices;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.DateInput;

/**
 * The page on which a campaign is written or changed.
 *
 * @param version the version the writer has seen; 0 for a campaign that is not kept yet
 */
public record CampaignWritePage(Form form, String action, long version, AreaChoices areas) {

    /** The first day. */
    public DateInput first() {
        return date("first", "First day");
    }

    /** The last day. */
    public DateInput last() {
        return date("last", "Last day");
    }

    private DateInput date(String field, String legend) {
        return new DateInput(
                form.field(field),
                legend,
                form.field(field + ".day"),
                form.field(field + ".month"),
                form.field(field + ".year"));
    }
}
