package org.bluelamp.directory.yourarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.directory.area.Testshire.EAST;
import static org.bluelamp.directory.area.Testshire.WEST;
import static org.bluelamp.directory.area.Testshire.area;
import static org.bluelamp.directory.area.Testshire.square;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Testshire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** All of it in a transaction that is not committed, which sees what it has changed. */
@DirectoryTest
@Transactional
class AreaMapsTest {

    @Autowired
    private AreaRegister register;

    @Autowired
    private Areas areas;

    @Autowired
    private AreaMaps maps;

    @BeforeEach
    void two_neighbourhoods_side_by_side() {
        register.put(Testshire.areas());
    }

    @Test
    void a_map_is_drawn_once_while_nothing_on_it_changes() {
        assertThat(mapOfTheWest()).isSameAs(mapOfTheWest());
    }

    @Test
    void a_neighbour_with_another_name_is_drawn_with_it() {
        mapOfTheWest();
        register.put(List.of(area(EAST, "Sunrise", square(1, 2))));
        assertThat(mapOfTheWest().shapes()).extracting(AreaMap.Shape::name).containsExactly("Sunrise", "Dale West");
    }

    @Test
    void a_moved_border_is_drawn_where_it_is_now() {
        String before = mapOfTheWest().shapes().getLast().path();
        register.put(List.of(area(WEST, "Dale West", square(0, 1.5)), area(EAST, "Dale East", square(1.5, 2))));
        assertThat(mapOfTheWest().shapes().getLast().path()).isNotEqualTo(before);
    }

    private AreaMap mapOfTheWest() {
        return maps.of(
                areas.find(WEST).orElseThrow(),
                areas.all(maps.around(WEST)).stream().collect(Collectors.toMap(Area::code, Function.identity())),
                List.of(EAST),
                List.of());
    }
}
