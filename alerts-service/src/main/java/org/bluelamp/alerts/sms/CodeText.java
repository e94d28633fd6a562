package org.bluelamp.alerts.sms;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.web.page.Pages;
import org.springframework.stereotype.Component;

/** The text message with the code that confirms a number. It says nothing of who asked, for it may reach a stranger. */
@Component
class CodeText implements TextWriter {

    private final Mobiles mobiles;
    private final String siteName;

    CodeText(Mobiles mobiles, Pages pages) {
        this.mobiles = mobiles;
        this.siteName = pages.site().name();
    }

    @Override
    public String kind() {
        return Mobiles.CODE_KIND;
    }

    @Override
    public Optional<Written<TextMessage>> letter(String itemId) {
        return mobiles.codeOf(UUID.fromString(itemId))
                .map(code -> TextMessage.fitting(
                        code + " is your code for text messages from ",
                        siteName,
                        ". If you did not ask for it, do nothing: you will get no others."))
                .map(text -> delivery -> text);
    }
}
