package org.bluelamp.web.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The styles, scripts and pictures of all pages, from the class path. Their addresses hold a hash of all their content,
 * so that browsers may keep them for ever and still get the new ones after a release. Only the gateway serves them;
 * every service knows the addresses, as all have the same jar.
 */
public final class Assets {

    /** Where they lie on the class path. */
    static final String ROOT = "bluelamp-assets/";

    private final String version;
    private final Map<String, byte[]> files;

    private Assets(Map<String, byte[]> files) {
        this.files = files;
        this.version = hash(files);
    }

    /** Reads all assets; a few files, kept in memory. */
    public static Assets fromClassPath() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "*.*");
            Arrays.sort(found, Comparator.comparing(resource -> String.valueOf(resource.getFilename())));
            for (Resource resource : found) {
                files.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The assets cannot be read", cause);
        }
        return new Assets(files);
    }

    /**
     * The address of an asset.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public String path(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("No asset is named " + name + "; there are " + files.keySet());
        }
        return "/assets/" + version + "/" + name;
    }

    /** The hash all addresses hold. */
    public String version() {
        return version;
    }

    /** The content of an asset, or null when there is none of that name. */
    byte @Nullable [] content(String name) {
        return files.get(name);
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
