package org.bluelamp.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.bluelamp.web.asset.AssetHandler;
import org.bluelamp.web.asset.Assets;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Site;
import org.bluelamp.web.view.JteViewResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Gives a Spring MVC application our templates, layout and components. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
public class WebAutoConfiguration {

    /** Precompiled in production and in tests alike: what was tested is what runs. */
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    JteViewResolver jteViewResolver(TemplateEngine templateEngine) {
        return new JteViewResolver(templateEngine);
    }

    @Bean
    Assets assets() {
        return Assets.fromClassPath();
    }

    @Bean
    Pages pages(WebProperties properties, Assets assets) {
        String contact = properties.contactUrl();
        return new Pages(
                new Site(properties.forceName(), properties.publicUrl(), contact.isEmpty() ? null : contact, assets));
    }

    /** Only the gateway serves styles and scripts; other services just know their addresses. */
    @Bean
    @ConditionalOnBooleanProperty("bluelamp.assets.serve")
    SimpleUrlHandlerMapping assetMapping(Assets assets) {
        return new SimpleUrlHandlerMapping(
                Map.of("/assets/**", new AssetHandler(assets)), Ordered.HIGHEST_PRECEDENCE + 100);
    }
}
