package org.bluelamp.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets caches keep public pages and data for a few seconds, which is what holds when an alert sends tens of thousands to
 * one page, and short enough for news to show within seconds. After that an ETag says whether anything changed.
 */
@Configuration(proxyBeanMethods = false)
class PublicCaching implements WebMvcConfigurer {

    private static final String[] PUBLIC = {
        "/", "/find", "/your-area/**", "/forces/**", "/scorecard/**", "/api/v1/directory/**", "/police-uk/api/**"
    };

    private static final String FRESH = "public, max-age=10, stale-if-error=3600";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, FRESH);
                        return true;
                    }
                })
                .addPathPatterns(PUBLIC)
                .excludePathPatterns("/your-area/photos/**");
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        ShallowEtagHeaderFilter weak = new ShallowEtagHeaderFilter();
        // A strong one says "byte for byte", and the gateway would have to send pages without compression.
        weak.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(weak);
        filter.addUrlPatterns(
                "/",
                "/your-area",
                "/your-area/*",
                "/forces/*",
                "/scorecard/*",
                "/api/v1/directory/*",
                "/police-uk/api/*");
        return filter;
    }
}
