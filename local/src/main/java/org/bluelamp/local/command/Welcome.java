package org.bluelamp.local.command;

import java.time.Duration;
import org.bluelamp.local.platform.PlatformPorts;

/** What is said when everything runs. */
final class Welcome {

    private Welcome() {}

    static String text(PlatformPorts ports, Duration took) {
        return """

                Bluelamp is up after %d s.

                  For residents    http://localhost:%d
                  For staff        http://localhost:%d/staff
                  Mails it sends   http://localhost:%d

                  Staff of the demo, password bluelamp-demo for all:
                    olive.officer    officer in Stevenage North
                    oscar.officer    officer in Watford Town Centre
                    sam.sergeant     sergeant in Stevenage North
                    erin.editor      writes and publishes news for Hertfordshire
                    rhys.reviewer    reads and publishes what other editors write
                    ada.admin        administrator and approver for Hertfordshire
                    otto.operator    keeps the platform running

                  In another terminal: bluelamp status, bluelamp logs PART, bluelamp restart PART, bluelamp down
                  Ctrl-C here stops everything.
                """.formatted(took.toSeconds(), ports.gateway(), ports.gateway(), ports.mail());
    }
}
