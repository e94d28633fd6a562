package org.bluelamp.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the figures were taken on.
 *
 * @param processors the cores this JVM may use
 * @param memoryBytes the machine's memory
 * @param system the operating system
 * @param java vendor and version of the JDK
 */
public record Machine(int processors, long memoryBytes, String system, String java) {

    /** The one we are on. */
    public static Machine present() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                here().getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    /** How many processes were running or waiting for a core, averaged over the last minute; negative if unknown. */
    public static double load() {
        return here().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean here() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
