package org.bluelamp.directory.area;

import org.bluelamp.directory.DirectoryProperties;
import org.bluelamp.service.area.HomeForce;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** At start, gives a force's teams the label that configuration says, and tells the other services when it is new. */
@Component
class LabelFromConfiguration implements ApplicationRunner {

    private final AreaRegister register;
    private final DirectoryProperties properties;
    private final HomeForce homeForce;

    LabelFromConfiguration(AreaRegister register, DirectoryProperties properties, HomeForce homeForce) {
        this.register = register;
        this.properties = properties;
        this.homeForce = homeForce;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        register.label(homeForce.code(), properties.teamLabel());
    }
}
