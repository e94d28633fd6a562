package org.bluelamp.directory.area;

import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.HomeForce;
import org.springframework.stereotype.Component;

/**
 * Addresses of the pages of areas. Those of the installation's own force are short: {@code /your-area} and the code
 * without its force. Those of any other force stand at {@code /forces} and the whole code.
 */
@Component
public class AreaPaths {

    private final HomeForce home;

    AreaPaths(HomeForce home) {
        this.home = home;
    }

    /** Whether the area belongs to the installation's own force. */
    public boolean atHome(AreaCode code) {
        return home.has(code);
    }

    /** Whether the area is the installation's own force. */
    public boolean isHome(AreaCode code) {
        return home.code().equals(code);
    }

    /** The address of an area's page here. */
    public String of(AreaCode code) {
        return atHome(code) ? "/your-area" + withoutForce(code) : "/forces/" + code;
    }

    /**
     * The address of the page of feedback-service on which residents tell the area's team what matters. It has pages of
     * the installation's own force only, see {@link #atHome}.
     */
    public String haveYourSay(AreaCode code) {
        return "/have-your-say" + withoutForce(code);
    }

    /** The address of the page of feedback-service that tells what became of the area's priorities. */
    public String youSaidWeDid(AreaCode code) {
        return "/you-said-we-did" + withoutForce(code);
    }

    /** The address of the page of alerts-service on which residents ask for alerts of the area. */
    public static String signUp(AreaCode code) {
        return "/alerts/sign-up?area=" + code;
    }

    private static String withoutForce(AreaCode code) {
        int slash = code.value().indexOf('/');
        return slash < 0 ? "" : code.value().substring(slash);
    }
}
