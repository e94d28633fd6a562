package org.bluelamp.directory.station.web;

import java.time.DayOfWeek;
import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.station.Station;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/** What the staff pages of stations show. */
public final class StationPages {

    private StationPages() {}

    static String listHref(Area area) {
        return "/staff/directory/stations/" + area.code();
    }

    /** The stations of one area. */
    public record ListPage(Area area, List<Station> stations) {

        public String addHref() {
            return "/staff/directory/stations/new/" + area.code();
        }

        public String href(Station station) {
            return "/staff/directory/station/" + station.id();
        }
    }

    /**
     * The page on which a station is entered or changed.
     *
     * @param station null for a new one
     * @param current the station as somebody else saved it meanwhile; null when nobody did
     */
    public record EditPage(
            Area area,
            Form form,
            long version,
            @Nullable Station station,
            @Nullable Station current) {

        public String action() {
            return station == null
                    ? "/staff/directory/stations/new/" + area.code()
                    : "/staff/directory/station/" + station.id();
        }

        public List<DayOfWeek> days() {
            return List.of(DayOfWeek.values());
        }

        public String name(DayOfWeek day) {
            return TypedHours.name(day);
        }
    }
}
