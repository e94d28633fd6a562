package org.bluelamp.directory.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.find.FindResult.Border;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Inaccurate;
import org.bluelamp.directory.find.FindResult.Match;
import org.bluelamp.directory.find.FindResult.NoPostcode;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.OutsideHere;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.SharedStreet;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Terminated;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;
import org.bluelamp.directory.postcode.LocatedPostcode;
import org.bluelamp.directory.postcode.Postcode;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What a national table of postcodes, streets and a device's place add to finding; each test's postcodes are its own. */
@DirectoryTest
@Transactional
class FinderOutcomesTest {

    private static final AreaCode WARE = code("east-herts/ware");
    private static final AreaCode NORTH = code("stevenage/stevenage-north");
    private static final AreaCode SOUTH = code("stevenage/stevenage-south");

    @Autowired
    private Finder finder;

    @Autowired
    private Postcodes postcodes;

    @Autowired
    private Areas areas;

    @Test
    void a_terminated_postcode_says_when_it_ended_and_where_it_lay() {
        hold("SG12 0ZZ", -0.031, 51.811, WARE, "Hertfordshire Constabulary", LocalDate.of(2019, 5, 1));
        assertThat(finder.find("sg12 0zz"))
                .isEqualTo(new Terminated(
                        new Postcode("SG120ZZ"), LocalDate.of(2019, 5, 1), WARE, "Hertfordshire Constabulary"));
    }

    @Test
    void a_postcode_outside_is_told_with_the_force_that_serves_it() {
        hold("CB2 1TN", 0.124, 52.203, null, "Cambridgeshire Constabulary", null);
        assertThat(finder.find("CB21TN")).isEqualTo(new Elsewhere("CB2 1TN", "Cambridgeshire Constabulary"));
        assertThat(finder.find("CB2 9ZZ"))
                .as("one not held, by those beside it")
                .isEqualTo(new Elsewhere("CB2 9ZZ", "Cambridgeshire Constabulary"));
        assertThat(finder.find("cb2")).isEqualTo(new Elsewhere("CB2", "Cambridgeshire Constabulary"));
        assertThat(finder.find("M1 1AE")).isEqualTo(new Elsewhere("M1 1AE", null));
    }

    @Test
    void a_postcode_of_our_own_force_that_falls_between_boundaries_is_not_called_outside() {
        hold("SG12 0ZZ", 0.9, 51.811, null, "Hertfordshire Constabulary", null);
        assertThat(finder.find("SG12 0ZZ"))
                .isInstanceOfSatisfying(
                        UnknownPostcode.class,
                        unknown -> assertThat(unknown.nearby()).contains(WARE));
    }

    @Test
    void a_postcode_close_to_a_border_offers_both_teams_its_own_first() {
        Coordinate border = onBorder(NORTH, SOUTH);
        hold("SG1 0ZZ", border.x, border.y + 0.0002, NORTH, null, null);
        assertThat(finder.find("SG1 0ZZ")).isInstanceOfSatisfying(Border.class, found -> {
            assertThat(found.postcode()).isEqualTo(new Postcode("SG10ZZ"));
            assertThat(found.nearest()).contains(NORTH, SOUTH);
        });
    }

    @ParameterizedTest
    @CsvSource({"SG1 3A, SG1 3A", "sg13a, SG1 3A", "SG133, SG13 3", "SG1 3, SG1 3"})
    void a_partly_typed_postcode_is_understood_with_a_space_and_without(String typed, String beginning) {
        FindResult result = finder.find(typed);
        if (result instanceof SharedPostcode shared) {
            assertThat(shared.beginning()).isEqualTo(beginning);
        } else {
            assertThat(result).isInstanceOf(Found.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Baldock Street, Ware         | east-herts/ware",
                "12 Baldock Street Ware       | east-herts/ware",
                "12a baldock st, ware         | east-herts/ware",
                "Flat 3, 7 Baldock Street Ware| east-herts/ware",
                "High Street, Ware            | east-herts/ware",
                "high st ware                 | east-herts/ware",
                "HIGH STREET   Harpenden      | st-albans/harpenden",
                "Tilehouse Street, Hitchin    | north-herts/hitchin-urban",
                "st peters st, st albans      | st-albans/st-albans-central-north-and-west",
            })
    void a_street_with_its_town_leads_to_its_team(String typed, String path) {
        assertThat(finder.find(typed)).isEqualTo(new Found(code(path)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Baldock Street               | Baldock Street, Ware        | east-herts/ware",
                "12 Baldock Street            | Baldock Street, Ware        | east-herts/ware",
                "Flat 3, 7 Baldock Street     | Baldock Street, Ware        | east-herts/ware",
                "Baldock Street, Atlantis     | Baldock Street, Ware        | east-herts/ware",
                "tilehouse st                 | Tilehouse Street, Hitchin   | north-herts/hitchin-urban",
            })
    void a_street_without_its_town_is_offered_though_we_know_of_only_one(String typed, String street, String path) {
        assertThat(finder.find(typed))
                .isInstanceOfSatisfying(
                        SharedStreet.class,
                        shared -> assertThat(shared.matches()).containsExactly(new Match(code(path), street)));
    }

    @Test
    void letters_that_no_postcode_begins_with_are_told_apart_from_what_lies_outside() {
        assertThat(finder.find("ZZ1 1AA")).isEqualTo(new NoPostcode("ZZ1 1AA", "ZZ", true));
        assertThat(finder.find("zz1")).isEqualTo(new NoPostcode("ZZ1", "ZZ", true));
        assertThat(finder.find("12 High Street, Q1 1AA")).isEqualTo(new NoPostcode("Q1 1AA", "Q", true));
    }

    @Test
    void a_district_that_nobody_holds_is_doubted_while_we_know_only_our_own_and_denied_once_we_know_its_neighbours() {
        assertThat(finder.find("SG99 9ZZ")).isEqualTo(new NoPostcode("SG99 9ZZ", "SG99", false));
        assertThat(finder.find("sg99 9")).isEqualTo(new NoPostcode("SG99 9", "SG99", false));
        hold("SG18 8AA", -0.27, 52.086, null, "Bedfordshire Police", null);
        assertThat(finder.find("SG99 9ZZ")).isEqualTo(new NoPostcode("SG99 9ZZ", "SG99", true));
        assertThat(finder.find("SG18 9ZZ"))
                .as("beside one that is held")
                .isEqualTo(new Elsewhere("SG18 9ZZ", "Bedfordshire Police"));
    }

    @Test
    void a_district_of_which_all_postcodes_have_ended_is_not_called_impossible() {
        hold("SG98 0ZZ", -0.27, 52.086, null, "Bedfordshire Police", LocalDate.of(2001, 1, 1));
        assertThat(finder.find("SG98 9ZZ")).isEqualTo(new Elsewhere("SG98 9ZZ", "Bedfordshire Police"));
    }

    @Test
    void a_street_with_a_slip_is_offered_before_places_that_are_like_it_too() {
        assertThat(finder.find("Tilehowse Street"))
                .isInstanceOfSatisfying(
                        Similar.class,
                        similar ->
                                assertThat(similar.matches().getFirst().name()).isEqualTo("Tilehouse Street, Hitchin"));
        assertThat(finder.find("Tilehowse Street, Hitchin")).isInstanceOfAny(Similar.class, Found.class);
    }

    @Test
    void a_street_that_many_towns_have_lists_them_with_their_towns() {
        assertThat(finder.find("High Street")).isInstanceOfSatisfying(SharedStreet.class, shared -> {
            assertThat(shared.name()).isEqualTo("High Street");
            assertThat(shared.matches())
                    .hasSizeGreaterThan(10)
                    .extracting(Match::name)
                    .contains("High Street, Ware", "High Street, Watford");
        });
    }

    @Test
    void a_street_with_a_town_that_has_none_lists_where_it_is() {
        assertThat(finder.find("High Street, Atlantis")).isInstanceOf(SharedStreet.class);
    }

    @Test
    void a_street_through_several_neighbourhoods_lists_their_teams() {
        assertThat(finder.find("St Albans Road, Watford"))
                .isInstanceOfSatisfying(
                        SharedStreet.class,
                        shared -> assertThat(shared.matches().stream()
                                        .map(Match::area)
                                        .distinct())
                                .hasSizeGreaterThan(1));
    }

    @Test
    void the_place_where_somebody_is_leads_to_its_team() {
        assertThat(finder.find(new Here(-0.031, 51.811, 20))).isEqualTo(new Found(WARE));
    }

    @Test
    void a_place_told_too_roughly_to_know_the_side_of_a_border_offers_both_sides() {
        Coordinate border = onBorder(NORTH, SOUTH);
        assertThat(finder.find(new Here(border.x, border.y, 400))).isInstanceOfSatisfying(Border.class, found -> {
            assertThat(found.postcode()).isNull();
            assertThat(found.nearest()).contains(NORTH, SOUTH);
        });
    }

    @Test
    void a_place_outside_or_known_only_to_kilometres_is_told_apart() {
        assertThat(finder.find(new Here(2.35, 48.85, 20))).isEqualTo(new OutsideHere());
        assertThat(finder.find(new Here(-0.031, 51.811, 25_000))).isEqualTo(new Inaccurate(25_000));
    }

    static Stream<Here> noPlaces() {
        return Stream.of(
                new Here(Double.NaN, 51, 1),
                new Here(0, Double.NaN, 1),
                new Here(0, 51, Double.NaN),
                new Here(181, 51, 1),
                new Here(0, 91, 1),
                new Here(0, 51, -1),
                new Here(Double.POSITIVE_INFINITY, 51, 1));
    }

    @ParameterizedTest
    @MethodSource("noPlaces")
    void what_is_no_place_is_answered_like_one_that_was_not_told(Here here) {
        assertThat(finder.find(here)).isEqualTo(new Inaccurate(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table street; --",
                "High Street' or '1'='1",
                "\\mst\\M",
                "(((((((((((((",
                "[a-z]*",
                "st\u0301reet \u202e\u2066",
                "\ud83d\ude93\ud83d\ude93\ud83d\ude93",
                "\ud83d",
                "ﬁeld ﬅreet",
                "İstanbul Straße",
                "１２３ ＳＧ１",
                "SG1\u200b 3AE\u0000",
                "%s%n%d ${jndi:x} #{1+1} {{1}}"
            })
    void odd_text_finds_something_or_nothing_and_breaks_nothing(String typed) {
        assertThat(finder.find(typed))
                .isInstanceOfAny(
                        Unknown.class,
                        NothingTyped.class,
                        Similar.class,
                        Found.class,
                        SharedStreet.class,
                        Elsewhere.class);
        assertThat(finder.find("Baldock Street, Ware")).isEqualTo(new Found(WARE));
    }

    private void hold(
            String typed,
            double longitude,
            double latitude,
            @Nullable AreaCode neighbourhood,
            @Nullable String force,
            @Nullable LocalDate terminated) {
        postcodes.put(List.of(new LocatedPostcode(
                Postcode.read(typed).orElseThrow(),
                longitude,
                latitude,
                neighbourhood,
                force,
                terminated,
                DemoData.SOURCE)));
    }

    /** A point in the middle of the border that two neighbourhoods share. */
    private Coordinate onBorder(AreaCode one, AreaCode other) {
        Geometry shared = areas.boundary(one)
                .orElseThrow()
                .getBoundary()
                .intersection(areas.boundary(other).orElseThrow().getBoundary());
        Coordinate[] points = shared.getCoordinates();
        return points[points.length / 2];
    }

    private static AreaCode code(String path) {
        return new AreaCode("hertfordshire/" + path);
    }
}
