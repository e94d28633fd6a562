package org.bluelamp.web.error;

import org.bluelamp.web.WebAutoConfiguration;
import org.bluelamp.web.WebProperties;
import org.bluelamp.web.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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

    /** Behind the filter that decides how text is read, and in front of all that reads a body or opens a session. */
    @Bean
    FilterRegistrationBean<RequestGuard> requestGuard(
            WebProperties properties, @Value("${spring.servlet.multipart.enabled:true}") boolean multipart) {
        FilterRegistrationBean<RequestGuard> registration =
                new FilterRegistrationBean<>(new RequestGuard(properties.requests(), multipart));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    WebMvcConfigurer listGuard() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ListGuard());
            }
        };
    }

    @Bean
    ErrorPages errorPages(Errors errors) {
        return new ErrorPages(errors);
    }
}
