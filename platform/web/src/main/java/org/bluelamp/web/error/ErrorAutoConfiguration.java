package org.bluelamp.web.error;

import org.bluelamp.web.WebAutoConfiguration;
import org.bluelamp.web.page.Pages;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Takes the place of Spring Boot's error page. */
@AutoConfiguration(after = WebAutoConfiguration.class, before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ErrorAutoConfiguration {

    @Bean
    Errors errors(Pages pages) {
        return new Errors(pages);
    }

    @Bean
    RequestErrors requestErrors(Errors errors) {
        return new RequestErrors(errors);
    }

    @Bean
    ErrorPages errorPages(Errors errors) {
        return new ErrorPages(errors);
    }
}
