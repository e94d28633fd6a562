package org.bluelamp.alerts.subscription.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every page whose address is a secret of its reader. */
@ControllerAdvice(basePackageClasses = LinkPages.class)
class LinkPages implements WebMvcConfigurer {

    private final Pages pages;

    LinkPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        // The address must reach neither other sites, nor caches, nor search engines.
                        response.setHeader("Referrer-Policy", "no-referrer");
                        response.setHeader("Cache-Control", "no-store");
                        response.setHeader("X-Robots-Tag", "noindex");
                        return true;
                    }
                })
                .addPathPatterns(
                        "/alerts/confirm/**", "/alerts/manage/**", "/alerts/unsubscribe/**", "/alerts/case-news/**");
    }

    @ExceptionHandler
    ModelAndView badLink(BadLink link) {
        return link.isExpired()
                ? new PageView(
                                "alerts/link-expired",
                                pages.page(Section.ALERTS, "This link no longer works")
                                        .unlisted())
                        .status(HttpStatus.GONE)
                : new PageView(
                                "alerts/link-unknown",
                                pages.page(Section.ALERTS, "This link does not work")
                                        .unlisted())
                        .status(HttpStatus.NOT_FOUND);
    }
}
