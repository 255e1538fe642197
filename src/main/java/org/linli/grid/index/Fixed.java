package org.linli.grid.index;

/**
 * Degrees as whole numbers of 1e-7 degree, about a centimetre: the lattice on which borders and
 * points lie, so that "on the border" has one exact meaning.
 */
public final class Fixed {

    /** Lattice steps in one degree. */
    public static final double PER_DEGREE = 1e7;

    private Fixed() {}

    /** The nearest lattice step. */
    public static int of(double degrees) {
        return (int) Math.rint(degrees * PER_DEGREE);
    }

    public static double degrees(int steps) {
        return steps / PER_DEGREE;
    }

    /** The degrees of the nearest lattice step. */
    public static double round(double degrees) {
        return degrees(of(degrees));
    }
}
