package org.bluelamp.directory.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class NationalGridTest {

    private final NationalGrid grid = new NationalGrid();

    /** Control points that Ordnance Survey publishes with its transformation OSTN15. */
    @ParameterizedTest
    @CsvSource({
        "Caister,       651409.804,  313177.450, 52.658007833,   1.716073973",
        "Scilly,         91492.146,   11318.804, 49.92226393730, -6.29977752014",
        "Plymouth,      250359.811,   62016.569, 50.43885825610, -4.10864563561",
        "Isle of Wight, 449816.371,   75335.861, 50.57563665000, -1.29782277240",
        "Kensington,    530624.974,  178388.464, 51.48936564950, -0.11992557180",
        "Colchester,    599445.590,  225722.826, 51.89436637350,  0.89724327012",
        "Nottingham,    454002.822,  340834.941, 52.96219109500, -1.19747656167",
        "Newcastle,     424639.343,  565012.700, 54.97912274000, -1.61657684556",
        "Mallaig,       167634.190,  797067.142, 57.00606696528, -5.82836692639",
        "Thurso,        299721.879,  967202.990, 58.58120461444, -3.72631021306",
        "Orkney,        330398.311, 1017347.013, 59.03743871000, -3.21454001056",
    })
    void it_is_right_to_a_few_metres_all_over_the_island(
            String place, double easting, double northing, double latitude, double longitude) {
        Coordinate degrees = grid.degrees(easting, northing);
        double north = (degrees.y - latitude) * 111_200;
        double east = (degrees.x - longitude) * 111_200 * Math.cos(Math.toRadians(latitude));
        assertThat(Math.hypot(north, east)).as(place + ", metres away").isLessThan(6);
    }

    @Test
    void what_is_not_on_the_grid_is_refused() {
        assertThatThrownBy(() -> grid.degrees(-1, 0)).hasMessageContaining("not on the grid");
        assertThatThrownBy(() -> grid.degrees(0, 1_300_001)).hasMessageContaining("not on the grid");
        assertThatThrownBy(() -> grid.degrees(Double.NaN, 0)).hasMessageContaining("not on the grid");
    }
}
