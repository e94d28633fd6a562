package org.bluelamp.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Staff;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.web.page.WaitingWork;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin, and where they end. */
@Controller
class StaffHome {

    private static final List<StaffHomePage.Tile> TILES = List.of(
            StaffHomePage.Tile.to(StaffSection.FEEDBACK, "Answer residents, agree priorities and run rounds"),
            StaffHomePage.Tile.to(StaffSection.NEWS, "Write, publish and withdraw articles"),
            StaffHomePage.Tile.to(StaffSection.ALERTS, "Write and send alerts, and see who they reach"),
            StaffHomePage.Tile.to(StaffSection.DIRECTORY, "Areas, teams and their members"),
            StaffHomePage.Tile.to(
                    StaffSection.OPERATIONS, "See which services are running, and deal with messages that failed"));

    private final Pages pages;
    private final WorkOfServices work;

    StaffHome(Pages pages, WorkOfServices work) {
        this.pages = pages;
        this.work = work;
    }

    @GetMapping("/staff")
    PageView home(Authentication authentication, HttpServletRequest request) {
        Staff staff = SignedIn.staff(authentication);
        List<StaffHomePage.Tile> tiles =
                TILES.stream().filter(tile -> tile.section().serves(staff)).toList();
        Map<StaffSection, List<Optional<WaitingWork>>> answers =
                work.waiting(tiles.stream().map(StaffHomePage.Tile::section).toList(), request);
        tiles = tiles.stream().map(tile -> answered(tile, answers)).toList();
        return new PageView(
                "gateway/staffHome", pages.staff(StaffSection.HOME, "Staff portal", staff), new StaffHomePage(tiles));
    }

    private static StaffHomePage.Tile answered(
            StaffHomePage.Tile tile, Map<StaffSection, List<Optional<WaitingWork>>> answers) {
        return answers.containsKey(tile.section()) ? tile.with(answers.get(tile.section())) : tile;
    }

    @GetMapping("/staff/signed-out")
    PageView signedOut() {
        return new PageView(
                "gateway/signedOut", pages.page("You are signed out").unlisted());
    }

    @GetMapping("/staff/sign-in/failed")
    PageView signInFailed() {
        return new PageView(
                        "gateway/signInFailed",
                        pages.page("You could not be signed in").unlisted())
                .status(HttpStatus.UNAUTHORIZED);
    }
}
