package org.bluelamp.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.local.part.Program;
import org.bluelamp.local.process.Farewell;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.Launch;

/** Catches every mail sent to its SMTP port, whomever it is for, and shows it; nothing leaves the machine. */
public final class MailCatcher {

    /** The part's name, also of its log. */
    public static final String NAME = "mail";

    private static final String LOOPBACK = "127.0.0.1";

    private MailCatcher() {}

    /** The catcher as a program of its own. */
    public static Program program(int smtpPort, int pagePort, Path run) {
        return new Program(
                NAME,
                pagePort,
                Set.of(),
                () -> launch(smtpPort, pagePort, run),
                URI.create("http://" + LOOPBACK + ":" + pagePort + "/api/mails?to=nobody"),
                Duration.ofSeconds(60));
    }

    private static Launch launch(int smtpPort, int pagePort, Path run) {
        List<String> command = new ArrayList<>(List.of(
                Java.launcher(), "-Xms16m", "-Xmx96m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(
                "-cp",
                Java.classPath(),
                MailCatcher.class.getName(),
                Integer.toString(smtpPort),
                Integer.toString(pagePort)));
        return new Launch(NAME, pagePort, command, Map.of(), run, run, Farewell.TERM);
    }

    /** Runs until the process is ended; arguments: the SMTP port and the port of the pages. */
    public static void main(String[] args) throws IOException {
        MailStore store = new MailStore();
        GreenMail smtp = new GreenMail(new ServerSetup(Integer.parseInt(args[0]), LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.start();
        smtp.getUserManager().setMessageDeliveryHandler(new MailDelivery(store, Clock.systemUTC()));
        new MailServer(store).listen(LOOPBACK, Integer.parseInt(args[1]));
    }
}
