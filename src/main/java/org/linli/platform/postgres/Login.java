package org.linli.platform.postgres;

/** A role of the database, and what it signs in with. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
