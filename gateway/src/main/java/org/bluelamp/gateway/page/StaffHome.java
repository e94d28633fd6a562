package org.bluelamp.gateway.page;

import java.util.List;
import java.util.Set;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
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
                    StaffSection.FEEDBACK,
                    "What residents told you should be a priority in your area",
                    Set.of("officer", "sergeant")),
            new StaffHomePage.Tile(StaffSection.NEWS, "Write, publish and withdraw articles", Set.of("editor")),
            new StaffHomePage.Tile(
                    StaffSection.ALERTS,
                    "How many residents follow each area, and how mails to them go",
                    Set.of("officer", "editor", "administrator")),
            new StaffHomePage.Tile(
                    StaffSection.DIRECTORY,
                    "Areas, teams and their members",
                    Set.of("officer", "sergeant", "administrator")),
            new StaffHomePage.Tile(
                    StaffSection.OPERATIONS, "Which parts answer, and what could not be handled", Set.of("operator")));

    private final Pages pages;

    StaffHome(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/staff")
    PageView home(Authentication authentication) {
        Set<String> roles = SignedIn.roles(authentication);
        List<StaffHomePage.Tile> tiles = TILES.stream()
                .filter(tile -> tile.roles().stream().anyMatch(roles::contains))
                .toList();
        return new PageView(
                "gateway/staffHome",
                pages.staff(StaffSection.HOME, "Staff portal", SignedIn.name(authentication)),
                new StaffHomePage(tiles));
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
