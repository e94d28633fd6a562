package org.bluelamp.service.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the address of a host and refuses one that is not on the public internet, so that nobody has us call what only
 * we can reach. The connection is made to the very address that was judged: a name that means another place a moment
 * later is of no use.
 */
public final class PublicAddresses implements DnsResolver {

    /** Blocks of the IANA special-purpose registries (RFC 6890) that Java has no question for. */
    private static final List<Block> SPECIAL = Arrays.asList(
            Block.of("0.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("240.0.0.0", 4),
            Block.of("64:ff9b::", 96),
            Block.of("64:ff9b:1::", 48),
            Block.of("100::", 64),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("fc00::", 7));

    private final boolean privateOnesToo;

    /** @param privateOnesToo whether this machine and private networks may be called as well */
    public PublicAddresses(boolean privateOnesToo) {
        this.privateOnesToo = privateOnesToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        InetAddress[] allowed = Arrays.stream(found).filter(this::mayCall).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new UnknownHostException(host + " is not on the public internet");
        }
        return allowed;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetAddress address : resolve(host)) {
            addresses.add(new InetSocketAddress(address, port));
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean mayCall(InetAddress address) {
        return privateOnesToo || isPublic(address);
    }

    /** Whether everybody can reach the address. */
    public static boolean isPublic(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && SPECIAL.stream().noneMatch(block -> block.holds(address))
                // An IPv4 address in the clothes of the other family; Java unwraps the usual ones by itself.
                && !(address instanceof Inet6Address six && six.isIPv4CompatibleAddress());
    }

    /** All addresses that begin with the same bits. */
    private record Block(InetAddress first, int bits) {

        static Block of(String first, int bits) {
            return new Block(InetAddress.ofLiteral(first), bits);
        }

        boolean holds(InetAddress address) {
            byte[] one = first.getAddress();
            byte[] other = address.getAddress();
            if (one.length != other.length || first instanceof Inet4Address != address instanceof Inet4Address) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
