package org.bluelamp.gateway.defence;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the address tells. Whoever has an IPv6 address has a whole network of 64 bits.
 *
 * @param id of the address or network; null when it cannot be told who asks, and nobody is to be shut out for it
 * @param ofPrivateNetwork whether it is the address of a private network, and so that of an entrance which
 *     {@code TRUSTED_PROXIES} does not name
 */
record Caller(@Nullable String id, boolean ofPrivateNetwork) {

    static Caller of(HttpServletRequest request) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(request.getRemoteAddr());
        } catch (IllegalArgumentException notAnAddress) {
            return new Caller(null, false);
        }
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        if (address.isLoopbackAddress()) {
            return new Caller(null, false);
        }
        if (address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal) {
            return new Caller(null, true);
        }
        byte[] own = address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
        return new Caller(HexFormat.of().formatHex(own), false);
    }
}
