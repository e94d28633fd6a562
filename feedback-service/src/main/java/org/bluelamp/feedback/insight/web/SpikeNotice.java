package org.bluelamp.feedback.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bluelamp.feedback.insight.SpikeDesk;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.TrustedHtml;
import org.bluelamp.web.page.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells officers on the lists they work from that something rose suddenly in their areas. The lists do not know of it,
 * because what is counted knows of what they list.
 */
@Component
class SpikeNotice implements HandlerInterceptor, WebMvcConfigurer {

    private final SpikeDesk desk;

    SpikeNotice(SpikeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/staff/feedback", "/staff/feedback/contacts", InsightController.HOME);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null
                && view.getModel().get("page") instanceof StaffPage page
                && page.main().notice() == null
                && page.staff() instanceof StaffMember staff) {
            int open = desk.open(staff.areas());
            if (open > 0) {
                view.addObject("page", page.notice(notice(open)));
            }
        }
    }

    private static NotificationBanner notice(int open) {
        String told = open == 1
                ? "A theme rose suddenly in your areas."
                : "%,d themes rose suddenly in your areas.".formatted(open);
        // Nothing of it comes from anybody but us.
        return new NotificationBanner(
                        new TrustedHtml("""
                        <p class="govuk-notification-banner__heading">%s \
                        <a class="govuk-notification-banner__link" href="%s">Look at %s</a></p>""".formatted(told, SpikeController.LIST, open == 1 ? "it" : "them")))
                .title("To look at");
    }
}
