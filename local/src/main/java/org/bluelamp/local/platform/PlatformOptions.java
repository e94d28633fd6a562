package org.bluelamp.local.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bluelamp.local.Cache;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.part.Progress;
import org.bluelamp.local.process.AheadCache;

/**
 * How to start a platform.
 *
 * @param folder where its data is, or will be
 * @param ports its ports
 * @param cache program files, shared by all platforms of a checkout
 * @param checkout the repository, with the built jars
 * @param demoData whether the services load Hertfordshire's demo data when they are empty
 * @param ahead whether to record which classes are loaded, for a faster next start
 * @param asDeployed the services that run with the heap and the compiler they have in a container, instead of as little
 *     as does for a demo
 * @param settings what services are told besides, by service and variable
 * @param progress hears what happens
 */
public record PlatformOptions(
        PlatformFolder folder,
        PlatformPorts ports,
        Path cache,
        Path checkout,
        boolean demoData,
        AheadCache.Use ahead,
        Set<String> asDeployed,
        Map<String, Map<String, String>> settings,
        Progress progress) {

    /** A platform beside any other, in a folder of its own, on free ports, with demo data; as tests want it. */
    public static PlatformOptions onFreePorts(Path folder) {
        return new PlatformOptions(
                new PlatformFolder(folder),
                PlatformPorts.free(),
                Cache.folder(),
                Checkout.folder(),
                true,
                AheadCache.Use.USE,
                Set.of(),
                Map.of(),
                Progress.silent());
    }

    /** The same with somebody to hear what happens. */
    public PlatformOptions withProgress(Progress listener) {
        return new PlatformOptions(folder, ports, cache, checkout, demoData, ahead, asDeployed, settings, listener);
    }

    /** The same with or without demo data. */
    public PlatformOptions withDemoData(boolean wanted) {
        return new PlatformOptions(folder, ports, cache, checkout, wanted, ahead, asDeployed, settings, progress);
    }

    /** The same with services that run as in a container. */
    public PlatformOptions withAsDeployed(Set<String> services) {
        return new PlatformOptions(folder, ports, cache, checkout, demoData, ahead, services, settings, progress);
    }

    /** The same with a service that is told so much more. */
    public PlatformOptions withSettings(String service, Map<String, String> variables) {
        Map<String, Map<String, String>> more = new HashMap<>(settings);
        more.put(service, Map.copyOf(variables));
        return new PlatformOptions(
                folder, ports, cache, checkout, demoData, ahead, asDeployed, Map.copyOf(more), progress);
    }
}
