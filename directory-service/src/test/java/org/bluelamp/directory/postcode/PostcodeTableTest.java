package org.bluelamp.directory.postcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeTableTest {

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final AreaCode SOUTH = new AreaCode("hertfordshire/stevenage/stevenage-south");

    @Test
    void every_shape_of_postcode_has_a_number_of_its_own_in_the_order_of_outward_and_inward_code() {
        Map<Integer, String> byNumber = new TreeMap<>();
        int count = 0;
        for (String outward : outwards()) {
            for (String inward : List.of("0AA", "0AZ", "3BC", "9ZZ")) {
                int number = PostcodeKey.of(outward + inward);
                assertThat(number).isNotNegative();
                assertThat(byNumber.put(number, outward + " " + inward)).isNull();
                count++;
            }
        }
        assertThat(byNumber).hasSize(count);
        assertThat(List.copyOf(byNumber.values())).isSorted();
    }

    @Test
    void what_was_put_in_comes_out_in_any_order_of_putting() {
        List<LocatedPostcode> put = new ArrayList<>(List.of(
                postcode("SG13AE", NORTH, null, null),
                postcode("EC1A1BB", null, "City of London Police", null),
                postcode("W1A0AX", null, "Metropolitan Police Service", LocalDate.of(1996, 6, 1)),
                postcode("M11AE", SOUTH, null, null),
                postcode("B338TH", NORTH, null, LocalDate.of(1973, 12, 1)),
                postcode("CR26XH", null, null, null)));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(put, new Random(seed));
            PostcodeTable table = table(put, seed % 8);
            assertThat(table.size()).isEqualTo(put.size());
            assertThat(put)
                    .allSatisfy(one -> assertThat(table.find(one.postcode())).contains(one));
            assertThat(table.find(new Postcode("SG13AF"))).isEmpty();
            assertThat(table.find(new Postcode("AA00AA"))).isEmpty();
            assertThat(table.find(new Postcode("ZZ9Z9ZZ"))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SG1, north south",
        "SG1 3, north",
        "SG1 3A, north",
        "SG1 3B, ''",
        "SG1 4, south north",
        "SG13, south",
        "SG, ''",
        "SG2, ''",
        "ZZ99, ''",
    })
    void a_beginning_tells_the_neighbourhoods_of_those_in_use_the_most_frequent_first(String typed, String slugs) {
        PostcodeTable table = table(
                List.of(
                        postcode("SG13AE", NORTH, null, null),
                        postcode("SG13AF", NORTH, null, null),
                        postcode("SG13AG", SOUTH, null, LocalDate.of(2001, 1, 1)),
                        postcode("SG14AA", SOUTH, null, null),
                        postcode("SG14AB", SOUTH, null, null),
                        postcode("SG14AC", NORTH, null, null),
                        postcode("SG14AD", null, "Somebody else's", null),
                        postcode("SG131AA", SOUTH, null, null)),
                8);
        List<AreaCode> told =
                PartialPostcode.read(typed).map(table::neighbourhoods).orElse(List.of());
        assertThat(told.stream().map(code -> code.value().replace("hertfordshire/stevenage/stevenage-", "")))
                .isEqualTo(slugs.isEmpty() ? List.of() : List.of(slugs.split(" ")));
    }

    @Test
    void it_says_whether_a_district_is_held_and_whether_all_of_an_area_are_ours() {
        PostcodeTable table = table(
                List.of(
                        postcode("SG13AE", NORTH, null, null),
                        postcode("SG198AA", null, null, LocalDate.of(2001, 1, 1)),
                        postcode("S11AA", NORTH, null, null),
                        postcode("SA11AA", SOUTH, null, null)),
                4);
        assertThat(table.holds(new PartialPostcode("SG1", ""))).isTrue();
        assertThat(table.holds(new PartialPostcode("SG19", ""))).isTrue();
        assertThat(table.holds(new PartialPostcode("SG99", ""))).isFalse();
        assertThat(table.holds(new PartialPostcode("ZZ9Z", ""))).isFalse();
        assertThat(table.allOurs("SG")).contains(false);
        assertThat(table.allOurs("S")).contains(true);
        assertThat(table.allOurs("SA")).contains(true);
        assertThat(table.allOurs("SB")).isEmpty();
        assertThat(table.allOurs("ZZ")).isEmpty();
    }

    @Test
    void there_are_124_postcode_areas() {
        assertThat(PostcodeAreas.count()).isEqualTo(124);
        assertThat(List.of("AB", "B", "BT", "GY", "IM", "JE", "SG", "ZE")).allMatch(PostcodeAreas::contain);
        assertThat(List.of("ZZ", "A", "SI", "", "sg", "BX")).noneMatch(PostcodeAreas::contain);
    }

    @Test
    void an_empty_table_finds_nothing() {
        PostcodeTable table = new PostcodeTable.Builder(0).build();
        assertThat(table.find(new Postcode("SG13AE"))).isEmpty();
        assertThat(table.neighbourhoods(new PartialPostcode("SG1", ""))).isEmpty();
    }

    private static List<String> outwards() {
        List<String> outwards = new ArrayList<>();
        for (String letters : List.of("A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ")) {
            for (String digits : List.of("0", "1", "9", "00", "01", "09", "10", "99", "1A", "9Z")) {
                outwards.add(letters + digits);
            }
        }
        return outwards;
    }

    private static PostcodeTable table(List<LocatedPostcode> postcodes, int expected) {
        PostcodeTable.Builder table = new PostcodeTable.Builder(expected);
        for (LocatedPostcode postcode : postcodes) {
            table.add(
                    postcode.postcode().code(),
                    postcode.longitude(),
                    postcode.latitude(),
                    Optional.ofNullable(postcode.neighbourhood())
                            .map(AreaCode::value)
                            .orElse(null),
                    postcode.forceName(),
                    postcode.terminated(),
                    postcode.source());
        }
        return table.build();
    }

    private static LocatedPostcode postcode(
            String code, @Nullable AreaCode neighbourhood, @Nullable String force, @Nullable LocalDate terminated) {
        return new LocatedPostcode(
                new Postcode(code), -0.123456, latitude(code), neighbourhood, force, terminated, "test");
    }

    private static double latitude(String code) {
        return Math.rint(51.9e6 + code.hashCode() % 100) / 1e6;
    }
}
