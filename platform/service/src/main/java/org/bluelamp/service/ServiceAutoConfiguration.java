package org.bluelamp.service;

import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What every service has and no part of it owns. */
@AutoConfiguration
public class ServiceAutoConfiguration {

    /** Descriptions of APIs name the address that their readers use, not the one the gateway uses. */
    @Bean
    ServerBaseUrlCustomizer publicAddressOfApis(@Value("${bluelamp.public-url}") String publicUrl) {
        return (internal, request) -> publicUrl;
    }
}
