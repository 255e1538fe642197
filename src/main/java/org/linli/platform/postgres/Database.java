package org.linli.platform.postgres;

/** The PostgreSQL database that Linli works on, as its ordinary role reaches it. */
public sealed interface Database extends AutoCloseable permits EmbeddedPostgres, RemotePostgres {

    /** As JDBC takes it, without user and password. */
    String url();

    String user();

    String password();

    /** Lets go of it; one that Linli started is stopped. */
    @Override
    void close();
}
