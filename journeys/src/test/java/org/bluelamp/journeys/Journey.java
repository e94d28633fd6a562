package org.bluelamp.journeys;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every journey starts from: the running platform, and visitors with a browser of their own. */
@ExtendWith(ThePlatform.Lifecycle.class)
abstract class Journey {

    static final int PHONE = 320;
    static final int DESK = 1280;

    ThePlatform platform() {
        return ThePlatform.running();
    }

    Visitor visitor(Scripts scripts) {
        return visitor(scripts, DESK);
    }

    Visitor visitor(Scripts scripts, int width) {
        var options = new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts == Scripts.ON)
                .setViewportSize(width, 900)
                .setLocale("en-GB");
        return new Visitor(platform().browser().newContext(options), platform().home(), scripts == Scripts.ON);
    }
}
