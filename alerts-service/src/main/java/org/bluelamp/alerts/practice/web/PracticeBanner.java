package org.bluelamp.alerts.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bluelamp.alerts.practice.Practice;
import org.bluelamp.web.page.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says on every page of the portal that belongs to alerts that it is practice, when it is. */
@Component
class PracticeBanner implements WebMvcConfigurer {

    private static final String WORDS =
            "Practice mode. Messages are simulated: nobody gets one but those whom an operator has listed.";

    private final Practice practice;

    PracticeBanner(Practice practice) {
        this.practice = practice;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (practice.enabled()) {
            registry.addInterceptor(new HandlerInterceptor() {
                @Override
                public void postHandle(
                        HttpServletRequest request,
                        HttpServletResponse response,
                        Object handler,
                        @Nullable ModelAndView view) {
                    if (view != null && view.getModel().get("page") instanceof StaffPage page) {
                        view.addObject("page", page.strip(WORDS));
                    }
                }
            });
        }
    }
}
