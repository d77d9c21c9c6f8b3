package community.likeminds.agent.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as what proxies say of it can be believed. */
final class ClientAddress {

    private final List<Network> trusted;

    /** @param trusted addresses of proxies, or networks such as {@code 10.0.0.0/8} */
    ClientAddress(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::of).toList();
    }

    /** The request with its client's address: the last one that was told by a trusted proxy and is none itself. */
    HttpServletRequest of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        @Nullable String told = request.getHeader("X-Forwarded-For");
        if (told == null || !trusts(address)) {
            return request;
        }
        String client = address;
        String[] hops = told.split(",");
        for (int index = hops.length - 1; index >= 0 && trusts(client); index--) {
            String hop = hops[index].strip();
            if (literal(hop) == null) {
                break;
            }
            client = hop;
        }
        String found = client;
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRemoteAddr() {
                return found;
            }

            @Override
            public String getRemoteHost() {
                return found;
            }
        };
    }

    private boolean trusts(String address) {
        InetAddress literal = literal(address);
        return literal != null && trusted.stream().anyMatch(network -> network.holds(literal));
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private record Network(byte[] address, int bits) {

        static Network of(String text) {
            String[] parts = text.strip().split("/", 2);
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            return new Network(address, parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]));
        }

        boolean holds(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
