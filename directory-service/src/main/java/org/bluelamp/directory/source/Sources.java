package org.bluelamp.directory.source;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sources of the directory's facts. */
@Repository
public class Sources {

    /** The source of what staff enter themselves. It is there from the start and needs no notice. */
    public static final String STAFF = "staff";

    private final JdbcClient database;

    Sources(JdbcClient database) {
        this.database = database;
    }

    /**
     * Names a source, once.
     *
     * @return false when it was there already; two replicas that ask at the same time get one true and one false
     */
    public boolean add(Source source) {
        return database.sql("""
                insert into source (id, notice, demonstration, loaded_at)
                values (:id, :notice, :demonstration, :loadedAt)
                on conflict (id) do nothing
                """)
                        .param("id", source.id())
                        .param("notice", source.notice())
                        .param("demonstration", source.demonstration())
                        .param("loadedAt", source.loadedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Names a source, or says anew what it is and when it was loaded. */
    public void put(Source source) {
        database.sql("""
                insert into source (id, notice, demonstration, loaded_at)
                values (:id, :notice, :demonstration, :loadedAt)
                on conflict (id) do update
                set notice = excluded.notice, demonstration = excluded.demonstration, loaded_at = excluded.loaded_at
                """)
                .param("id", source.id())
                .param("notice", source.notice())
                .param("demonstration", source.demonstration())
                .param("loadedAt", source.loadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What readers must be told where facts of these sources are shown, each notice once. */
    public List<String> notices(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("select distinct notice from source where id in (:ids) and notice <> '' order by notice")
                .param("ids", Set.copyOf(ids))
                .query(String.class)
                .list();
    }

    /** What readers must be told where facts of every source may be shown. */
    public List<String> allNotices() {
        return database.sql("select distinct notice from source where notice <> '' order by notice")
                .query(String.class)
                .list();
    }
}
