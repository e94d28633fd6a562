package org.bluelamp.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Staff;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.web.page.WaitingWork;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin, and where they end. */
@Controller
class StaffHome {

    private final Pages pages;
    private final WorkOfServices work;

    StaffHome(Pages pages, WorkOfServices work) {
        this.pages = pages;
        this.work = work;
    }

    @GetMapping("/staff")
    PageView home(Authentication authentication, HttpServletRequest request) {
        Staff staff = SignedIn.staff(authentication);
        List<StaffSection> sections = Stream.of(
                        StaffSection.FEEDBACK,
                        StaffSection.NEWS,
                        StaffSection.ALERTS,
                        StaffSection.DIRECTORY,
                        StaffSection.OPERATIONS)
                .filter(section -> section.serves(staff))
                .toList();
        Map<StaffSection, WaitingWork> waiting = work.waiting(sections, request);
        List<StaffHomePage.Tile> tiles = sections.stream()
                .map(section -> tile(section, waiting.get(section)))
                .toList();
        return new PageView(
                "gateway/staffHome", pages.staff(StaffSection.HOME, "Staff portal", staff), new StaffHomePage(tiles));
    }

    private static StaffHomePage.Tile tile(StaffSection section, @Nullable WaitingWork waiting) {
        return new StaffHomePage.Tile(
                section,
                description(section),
                waiting == null ? List.of() : waiting.items(),
                waiting == null && WorkOfServices.knowsOf(section));
    }

    private static String description(StaffSection section) {
        return switch (section) {
            case FEEDBACK -> "Answer residents, agree priorities and run rounds";
            case NEWS -> "Write, publish and withdraw articles";
            case ALERTS -> "Write and send alerts, and see who they reach";
            case DIRECTORY -> "Areas, teams and their members";
            case OPERATIONS -> "See which services are running, and deal with messages that failed";
            case HOME -> "";
        };
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
