package community.likeminds.agent.processors.docs.sources.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for connections and lets none through that leads into a private network. A connection is made to the very address that
 * was looked at, so that a name cannot change its mind in between.
 */
public final class HostGuard implements DnsResolver {

    /** Looks names up; the system's own way outside of tests. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** A host that must not be read. */
    public static final class PrivateHostException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateHostException(String host) {
            super(host);
        }
    }

    /** Address and length of networks that are not the public internet (RFC 6890 and its registries). */
    private static final List<String> PRIVATE = List.of(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private final List<String> allowed;
    private final Lookup lookup;

    /** @param allowed names of private hosts that may be read all the same */
    public HostGuard(List<String> allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    public HostGuard(List<String> allowed, Lookup lookup) {
        this.allowed = allowed.stream().map(HostGuard::plain).filter(host -> !host.isEmpty()).toList();
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.addresses(host);
        if (!allowed.contains(plain(host)) && Arrays.stream(found).anyMatch(HostGuard::isPrivate)) {
            throw new PrivateHostException(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String plain(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return PRIVATE.stream().anyMatch(network -> within(bytes, network));
        }
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        // Only 2000::/3 is public, and in it not what tunnels to, or documents, something else.
        boolean global = (first & 0xE000) == 0x2000;
        boolean nat64 = first == 0x64 && second == 0xFF9B;
        if (nat64) {
            return within4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x2002) {
            return within4(Arrays.copyOfRange(bytes, 2, 6));
        }
        return !global || first == 0x2001 && (second < 0x200 || second == 0xDB8);
    }

    private static boolean within4(byte[] bytes) {
        return PRIVATE.stream().anyMatch(network -> within(bytes, network));
    }

    private static boolean within(byte[] address, String network) {
        String[] parts = network.split("[./]");
        int length = Integer.parseInt(parts[4]);
        int mask = length == 0 ? 0 : -1 << (32 - length);
        int base = 0;
        int own = 0;
        for (int i = 0; i < 4; i++) {
            base = base << 8 | Integer.parseInt(parts[i]);
            own = own << 8 | address[i] & 0xFF;
        }
        return (base & mask) == (own & mask);
    }
}
