package org.bluelamp.service.area;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Which force this is, for services and for programs that run beside them. */
@AutoConfiguration
public class HomeForceAutoConfiguration {

    @Bean
    HomeForce homeForce(@Value("${bluelamp.force}") String force) {
        return new HomeForce(new AreaCode(force));
    }
}
