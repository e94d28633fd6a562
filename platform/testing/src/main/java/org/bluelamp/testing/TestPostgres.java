package org.bluelamp.testing;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.local.Cache;
import org.bluelamp.local.postgres.Postgres;
import org.bluelamp.local.postgres.PostgresSettings;
import org.bluelamp.local.process.Ports;

/** One real PostgreSQL server per JVM, started when first asked for and gone with the JVM. */
public final class TestPostgres {

    private static final String PASSWORD = "for-tests-only";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** A fresh, empty database owned by a role with the service's name. */
    public static TestDatabase database(String service) {
        String name = service + "_" + COUNT.incrementAndGet();
        Server.POSTGRES.ensureDatabase(name, service, PASSWORD);
        return new TestDatabase(Server.POSTGRES.url(name), service, PASSWORD);
    }

    /** Holds what lives as long as the JVM; loading it starts the server. */
    private static final class Server {

        private static final Postgres POSTGRES = start();

        private static Postgres start() {
            Path folder = TestFolder.create("postgresql");
            Postgres postgres = Postgres.in(new PostgresSettings(
                    folder.resolve("data"), folder, Cache.folder(), Ports.free(), PASSWORD, false));
            postgres.start();
            TestFolder.atExit(postgres::stop, folder);
            return postgres;
        }
    }
}
