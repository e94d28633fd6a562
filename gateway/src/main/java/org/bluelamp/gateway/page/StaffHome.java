package org.bluelamp.gateway.page;

import java.util.List;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Staff;
import org.bluelamp.web.page.StaffSection;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin, and where they end. */
@Controller
class StaffHome {

    private static final List<StaffHomePage.Tile> TILES = List.of(
            new StaffHomePage.Tile(
                    StaffSection.FEEDBACK, "What residents tell you and are owed an answer to, priorities and rounds"),
            new StaffHomePage.Tile(StaffSection.NEWS, "Write, publish and withdraw articles"),
            new StaffHomePage.Tile(StaffSection.ALERTS, "Write and send alerts, and see whom they reach"),
            new StaffHomePage.Tile(StaffSection.DIRECTORY, "Areas, teams and their members"),
            new StaffHomePage.Tile(StaffSection.OPERATIONS, "Which parts answer, and what could not be handled"));

    private final Pages pages;

    StaffHome(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/staff")
    PageView home(Authentication authentication) {
        Staff staff = SignedIn.staff(authentication);
        List<StaffHomePage.Tile> tiles =
                TILES.stream().filter(tile -> tile.section().serves(staff)).toList();
        return new PageView(
                "gateway/staffHome", pages.staff(StaffSection.HOME, "Staff portal", staff), new StaffHomePage(tiles));
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
