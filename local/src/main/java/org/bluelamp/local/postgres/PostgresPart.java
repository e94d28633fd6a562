package org.bluelamp.local.postgres;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.local.part.Part;
import org.bluelamp.local.process.ChildProcess;

/** PostgreSQL with a database and a role of each name. */
public final class PostgresPart implements Part {

    private final PostgresSettings settings;
    private final Postgres postgres;
    private final Map<String, String> passwords;

    /** Passwords by the name of the database, which is also that of its role. */
    public PostgresPart(PostgresSettings settings, Map<String, String> passwords) {
        this.settings = settings;
        this.postgres = Postgres.in(settings);
        this.passwords = Map.copyOf(passwords);
    }

    @Override
    public String name() {
        return Postgres.NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port());
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void start() {
        postgres.start();
        passwords.forEach((name, password) -> postgres.ensureDatabase(name, name, password));
    }

    @Override
    public void stop() {
        postgres.stop();
    }

    @Override
    public List<ChildProcess> processes() {
        return postgres.processes();
    }
}
