package org.bluelamp.benchmarks.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Takes the time of each page inside the service that makes it, as the first filter of its chain: everything but the
 * network and the reading of the request is in it, filters, queries, template and compression. It is put into the
 * service as one of its beans, and answers what it found at an address of its own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TimesInside extends HttpFilter {

    /** This class, which only a service can load: it is of the libraries that only a service has. */
    public static final String NAME = "org.bluelamp.benchmarks.pages.TimesInside";

    /** Answers the percentiles of {@link #PERCENTS} in milliseconds, a line each, and begins anew. */
    public static final String PATH = "/benchmark/times";

    /** The percentiles, in the order of the answer's lines. */
    public static final List<Double> PERCENTS = List.of(50.0, 95.0, 99.0);

    private static final int AT_MOST = 1_000_000;

    private final long[] nanos = new long[AT_MOST];
    private int count;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().equals(PATH)) {
            response.setContentType("text/plain");
            response.getWriter().print(found());
            return;
        }
        long begin = System.nanoTime();
        chain.doFilter(request, response);
        note(System.nanoTime() - begin);
    }

    private synchronized void note(long time) {
        if (count < AT_MOST) {
            nanos[count++] = time;
        }
    }

    private synchronized String found() {
        Arrays.sort(nanos, 0, count);
        StringBuilder lines = new StringBuilder();
        for (double percent : PERCENTS) {
            int at = Math.max(0, (int) Math.ceil(percent / 100 * count) - 1);
            lines.append(String.format(Locale.ROOT, "%.2f%n", nanos[at] / 1e6));
        }
        count = 0;
        return lines.toString();
    }
}
