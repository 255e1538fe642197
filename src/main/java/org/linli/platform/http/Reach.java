package org.linli.platform.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where an address leads. Names are given by strangers to any address they like: what matters is
 * where a connection would end (SECURITY §4.12).
 */
enum Reach {
    /** The internet. */
    OUTSIDE,
    /** This machine, or a network of its own. */
    INSIDE,
    /** Where nobody has any business: links, the machines' own metadata, many at once, nowhere. */
    NOWHERE;

    private static final int IPV4_BYTES = 4;

    static Reach of(InetAddress address) {
        return address instanceof Inet6Address six ? ofSix(six) : ofFour(address.getAddress());
    }

    private static Reach ofFour(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (first == 0
                || first >= 224
                || first == 169 && second == 254
                || Arrays.equals(bytes, new byte[] {100, 100, 100, (byte) 200})) {
            return NOWHERE;
        }
        var inside =
                first == 10
                        || first == 127
                        || first == 172 && second >= 16 && second < 32
                        || first == 192 && second == 168
                        || first == 100 && second >= 64 && second < 128
                        || first == 198 && (second == 18 || second == 19)
                        || first == 192 && second == 0 && bytes[2] == 0;
        return inside ? INSIDE : OUTSIDE;
    }

    private static Reach ofSix(Inet6Address address) {
        var bytes = address.getAddress();
        if (address.isLoopbackAddress()) {
            return INSIDE;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || isAwsMetadata(bytes)) {
            return NOWHERE;
        }
        if (address.isSiteLocalAddress() || (bytes[0] & 0xfe) == 0xfc) {
            return INSIDE;
        }
        return carried(bytes);
    }

    /** Some addresses of version 6 lead to one of version 4 that stands in them. */
    private static Reach carried(byte[] bytes) {
        var start = hex(bytes);
        if (start.startsWith("0064ff9b0000000000000000")
                || start.startsWith("00000000000000000000ffff")
                || start.startsWith("000000000000000000000000")) {
            return ofFour(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        }
        if (start.startsWith("2002")) {
            return ofFour(Arrays.copyOfRange(bytes, 2, 2 + IPV4_BYTES));
        }
        return start.startsWith("20010000") || start.startsWith("0064ff9b0001") ? NOWHERE : OUTSIDE;
    }

    private static boolean isAwsMetadata(byte[] bytes) {
        return hex(bytes).equals("fd000ec2000000000000000000000254");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
