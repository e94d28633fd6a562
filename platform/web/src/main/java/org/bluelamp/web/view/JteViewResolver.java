package org.bluelamp.web.view;

import gg.jte.TemplateEngine;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the precompiled template a view's name means. Other names, such as redirects, are left to Spring. */
public final class JteViewResolver implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final Map<String, View> views = new ConcurrentHashMap<>();

    public JteViewResolver(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.indexOf(':') >= 0) {
            return null;
        }
        View known = views.get(name);
        if (known != null) {
            return known;
        }
        String template = name + ".jte";
        if (!engine.hasTemplate(template)) {
            return null;
        }
        View view = new JteView(engine, template);
        views.put(name, view);
        return view;
    }

    /** Before Spring's own resolvers, which take any name for a JSP. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
