package org.linli.access.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of an address that one household or company holds. */
final class Network {

    private static final int IPV6_PREFIX_BYTES = 8;

    private Network() {}

    /** An IPv4 address as it is, of an IPv6 address its /64: the rest is its holder's to vary. */
    static String of(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_PREFIX_BYTES))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
