package org.bluelamp.feedback.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutlineTest {

    private static final String HOLED = """
            {"type": "Polygon", "coordinates": [
              [[0, 51], [0.1, 51], [0.1, 51.1], [0, 51.1], [0, 51]],
              [[0.02, 51.02], [0.08, 51.02], [0.08, 51.08], [0.02, 51.08], [0.02, 51.02]]]}""";

    private static final String HORSESHOE = """
            {"type": "MultiPolygon", "coordinates": [[
              [[0, 51], [0.1, 51], [0.1, 51.1], [0.08, 51.1], [0.08, 51.02], [0.02, 51.02], [0.02, 51.1], [0, 51.1],
               [0, 51]]]]}""";

    @Test
    void a_place_is_inside_a_ring_and_not_in_its_hole() {
        Outline outline = outline(HOLED);
        assertThat(outline.contains(new Pin(51.01, 0.05))).isTrue();
        assertThat(outline.contains(new Pin(51.05, 0.05))).isFalse();
        assertThat(outline.contains(new Pin(51.05, 0.2))).isFalse();
    }

    @Test
    void a_place_within_a_hundred_metres_of_the_outline_may_be_inside() {
        Outline outline = outline(HOLED);
        assertThat(outline.takes(new Pin(50.9992, 0.05))).isTrue();
        assertThat(outline.takes(new Pin(50.998, 0.05))).isFalse();
        assertThat(outline.takes(new Pin(51.05, 0.1012))).as("84 m to the east").isTrue();
        assertThat(outline.takes(new Pin(51.05, 0.1016)))
                .as("112 m to the east")
                .isFalse();
    }

    @Test
    void its_middle_is_inside_whatever_its_shape() {
        for (String shape : new String[] {HOLED, HORSESHOE}) {
            Outline outline = outline(shape);
            assertThat(outline.contains(outline.middle().orElseThrow())).isTrue();
        }
    }

    @Test
    void a_map_and_its_frame_agree_where_a_pixel_is() {
        PinMap.Frame frame = PinMap.Frame.around(outline(HORSESHOE));
        Pin pin = frame.at(100, 200);
        assertThat(frame.x(pin)).isBetween(99.5, 100.5);
        assertThat(frame.y(pin)).isBetween(199.5, 200.5);
        assertThat(frame.at(-5, 9000)).isEqualTo(frame.at(0, PinMap.SIDE));
    }

    @Test
    void what_is_no_outline_is_refused() {
        for (String shape : new String[] {
            "{}",
            "{\"type\": \"Point\", \"coordinates\": [0, 51]}",
            "{\"type\": \"Polygon\", \"coordinates\": []}",
            "{\"type\": \"Polygon\", \"coordinates\": [[[0, 51], [1, 51]]]}",
            "{\"type\": \"Polygon\", \"coordinates\": [[[0, 51], [1, 51], [\"x\"], [0, 51]]]}",
            "{\"type\": \"Polygon\", \"coordinates\": [[[0, 51], [1, 151], [1, 52], [0, 51]]]}"
        }) {
            assertThatThrownBy(() -> outline(shape)).as(shape).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void no_log_says_where_a_pin_is() {
        assertThat(new Pin(51.9, -0.2).toString()).doesNotContain("51", "0.2");
    }

    private static Outline outline(String geoJson) {
        return Outline.read(JsonMapper.shared().readTree(geoJson));
    }
}
