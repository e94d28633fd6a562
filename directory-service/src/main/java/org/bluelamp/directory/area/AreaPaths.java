package org.bluelamp.directory.area;

import org.bluelamp.service.area.AreaCode;

/** Addresses of the pages of areas: the code without its force. */
public final class AreaPaths {

    private AreaPaths() {}

    /** The address of an area's page here. */
    public static String of(AreaCode code) {
        return "/your-area" + withoutForce(code);
    }

    /** The address of the page of feedback-service on which residents tell the area's team what matters. */
    public static String haveYourSay(AreaCode code) {
        return "/have-your-say" + withoutForce(code);
    }

    /** The address of the page of feedback-service that tells what became of the area's priorities. */
    public static String youSaidWeDid(AreaCode code) {
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
