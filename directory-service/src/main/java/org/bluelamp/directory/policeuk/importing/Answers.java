package org.bluelamp.directory.policeuk.importing;

import java.util.List;
import java.util.Optional;

/** Where the JSON of the national police data is read. */
interface Answers {

    /**
     * What is told at a path.
     *
     * @param path its parts under the base, as they are before any encoding, for example {@code testshire, NC 04, people}
     * @return empty when there is nothing
     * @throws org.bluelamp.service.importing.ImportRefused when nobody can tell
     */
    Optional<byte[]> read(List<String> path);
}
