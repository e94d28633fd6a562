package org.bluelamp.directory.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.find.FindResult.Border;
import org.bluelamp.directory.find.FindResult.Elsewhere;
import org.bluelamp.directory.find.FindResult.Found;
import org.bluelamp.directory.find.FindResult.Match;
import org.bluelamp.directory.find.FindResult.NothingTyped;
import org.bluelamp.directory.find.FindResult.SharedName;
import org.bluelamp.directory.find.FindResult.SharedPostcode;
import org.bluelamp.directory.find.FindResult.Similar;
import org.bluelamp.directory.find.FindResult.Terminated;
import org.bluelamp.directory.find.FindResult.Unknown;
import org.bluelamp.directory.find.FindResult.UnknownPostcode;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DirectoryTest
class FinderTest {

    @Autowired
    private Finder finder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SG1 3AE",
                "sg13ae",
                "  Sg1   3aE ",
                "SG1-3AE.",
                "S G 1 3 A E",
                "12 High Street, Stevenage SG1 3AE",
                "SG1\u00a03AE"
            })
    void a_full_postcode_finds_its_team_however_it_is_typed(String typed) {
        assertThat(finder.find(typed)).isEqualTo(found("stevenage/stevenage-north"));
    }

    @Test
    void the_beginning_of_a_postcode_lists_the_teams_that_share_it() {
        assertThat(finder.find("sg1"))
                .isEqualTo(new SharedPostcode(
                        "SG1", List.of(code("stevenage/stevenage-north"), code("stevenage/stevenage-south"))));
    }

    @Test
    void the_beginning_of_a_postcode_that_one_team_has_for_itself_leads_straight_there() {
        assertThat(finder.find("HP23")).isEqualTo(found("dacorum/berkhamsted-and-tring"));
        assertThat(finder.find("SG1 3")).isEqualTo(found("stevenage/stevenage-north"));
    }

    @Test
    void a_space_decides_between_a_longer_outward_code_and_a_part_of_a_shorter_one() {
        assertThat(finder.find("SG1 3")).isEqualTo(found("stevenage/stevenage-north"));
        assertThat(finder.find("SG13")).isEqualTo(found("east-herts/hertford"));
    }

    @Test
    void a_postcode_that_begins_like_ours_but_is_not_held_lists_who_works_nearby() {
        assertThat(finder.find("HP23 9ZZ")).isInstanceOfSatisfying(UnknownPostcode.class, unknown -> {
            assertThat(unknown.postcode()).hasToString("HP23 9ZZ");
            assertThat(unknown.nearby()).containsExactly(code("dacorum/berkhamsted-and-tring"));
        });
    }

    @Test
    void the_demo_data_has_a_postcode_on_a_border_and_ended_ones_to_try() {
        assertThat(finder.find("SG1 4BD"))
                .isInstanceOfSatisfying(
                        Border.class,
                        border -> assertThat(border.nearest())
                                .containsExactly(code("stevenage/stevenage-north"), code("stevenage/stevenage-south")));
        assertThat(finder.find("SG1 4BY")).isInstanceOf(Terminated.class);
        assertThat(finder.find("WD17 2BA")).isInstanceOf(Terminated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1 1AE", "SW1A 1AA", "CB2", "BR1 2"})
    void a_postcode_outside_the_force_is_told_apart(String typed) {
        assertThat(finder.find(typed)).isInstanceOf(Elsewhere.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tring                   | dacorum/berkhamsted-and-tring",
                "buntingford             | east-herts/east-herts-rural",
                "Bishops Stortford       | east-herts/bishops-stortford-and-sawbridgeworth",
                "Bishop's Stortford      | east-herts/bishops-stortford-and-sawbridgeworth",
                "Hitchin, Hertfordshire  | north-herts/hitchin-urban",
                "watton at stone         | east-herts/east-herts-rural",
                "Welwyn Garden City      | welwyn-hatfield/north",
                "Stevenage North         | stevenage/stevenage-north",
                "Harpenden               | st-albans/harpenden",
                "Watford                 | watford",
                "st albans               | st-albans",
                "St. Albans              | st-albans",
            })
    void a_name_leads_straight_to_its_area(String typed, String path) {
        assertThat(finder.find(typed)).isEqualTo(found(path));
    }

    @Test
    void the_name_of_the_force_leads_to_all_its_districts() {
        assertThat(finder.find("hertfordshire")).isEqualTo(new Found(new AreaCode("hertfordshire")));
    }

    @Test
    void a_town_with_several_teams_lists_them() {
        assertThat(finder.find("Hemel Hempstead"))
                .isInstanceOfSatisfying(
                        SharedName.class,
                        shared -> assertThat(shared.matches())
                                .extracting(Match::area)
                                .containsExactlyInAnyOrder(
                                        code("dacorum/hemel-hempstead-east"),
                                        code("dacorum/hemel-north-rural-west-and-central"),
                                        code("dacorum/hemel-hempstead-south-and-kings-langley")));
    }

    @ParameterizedTest
    @CsvSource({
        "Harpendon, st-albans/harpenden",
        "Buntingfrod, east-herts/east-herts-rural",
        "Wear, east-herts/ware",
        "Berkamsted, dacorum/berkhamsted-and-tring",
        "Rickmansworh, three-rivers/rickmansworth-and-croxley-green",
        "langley, three-rivers/abbots-langley-and-chorleywood",
        "chorley wood, three-rivers/abbots-langley-and-chorleywood",
    })
    void a_name_with_a_slip_is_offered_or_found(String typed, String path) {
        assertThat(areas(finder.find(typed))).contains(code(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Luton", "Enfield", "Barnet", "Whitehall"})
    void a_town_elsewhere_that_looks_like_one_of_ours_leads_to_no_team_without_a_word(String typed) {
        assertThat(finder.find(typed)).isInstanceOfAny(Similar.class, Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!?", "\u0000", "---"})
    void nothing_typed_is_told_apart(String typed) {
        assertThat(finder.find(typed)).isInstanceOf(NothingTyped.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xyzzyvale",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "%",
                "_",
                "\\",
                "名古屋",
                "1",
                "SG1 3AEE 9",
                "99999999999999999999"
            })
    void what_is_no_place_finds_nothing_and_breaks_nothing(String typed) {
        assertThat(finder.find(typed)).isInstanceOfAny(Unknown.class, NothingTyped.class);
    }

    @Test
    void a_whole_page_of_text_finds_nothing_and_breaks_nothing() {
        assertThat(finder.find("all work and no play ".repeat(5_000))).isInstanceOfAny(Unknown.class, Similar.class);
        assertThat(finder.find("a1".repeat(50_000))).isInstanceOf(Unknown.class);
    }

    private static List<AreaCode> areas(FindResult result) {
        return switch (result) {
            case Found found -> List.of(found.area());
            case Similar similar -> similar.matches().stream().map(Match::area).toList();
            case SharedName shared -> shared.matches().stream().map(Match::area).toList();
            default -> List.of();
        };
    }

    private static Found found(String path) {
        return new Found(code(path));
    }

    private static AreaCode code(String path) {
        return new AreaCode("hertfordshire/" + path);
    }
}
