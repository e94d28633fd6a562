package org.bluelamp.feedback.priority.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.District;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Ended;
import org.bluelamp.service.area.AreaCode;

/**
 * What all teams work on, and what came of it lately.
 *
 * @param districts the neighbourhoods by district; empty before directory-service has told of any
 * @param current what each neighbourhood's team works on
 * @param lately what was completed last, anywhere, with its neighbourhood
 */
public record YouSaidWeDidPage(List<District> districts, Map<AreaCode, List<Current>> current, List<OfArea> lately) {

    /**
     * What has ended, with its neighbourhood.
     *
     * @param area the neighbourhood
     * @param priority what has ended
     */
    public record OfArea(Area area, Ended priority) {}

    /** What the team of a neighbourhood works on, in a few words. */
    public String count(Area area) {
        int number = current.getOrDefault(area.code(), List.of()).size();
        return switch (number) {
            case 0 -> "no priorities at the moment";
            case 1 -> "1 priority";
            default -> number + " priorities";
        };
    }
}
