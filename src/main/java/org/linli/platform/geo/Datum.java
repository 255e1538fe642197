package org.linli.platform.geo;

/** The geodetic datum that coordinates are given in. */
public enum Datum {
    WGS84,
    GCJ02,
    BD09,
    CGCS2000
}
