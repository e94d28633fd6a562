package org.bluelamp.directory.area;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.bluelamp.directory.history.CannotUndo;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoable;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where staff change what an area says about itself, its accounts and its text; records and announces every change. */
@Service
public class AreaEntries implements Undoable {

    private static final String SUBJECT = "area";

    private final Areas areas;
    private final AreaRegister register;
    private final History history;
    private final JsonMapper json;

    AreaEntries(Areas areas, AreaRegister register, History history, JsonMapper json) {
        this.areas = areas;
        this.register = register;
        this.history = history;
        this.json = json;
    }

    /**
     * Changes what an area says about itself for a member of staff.
     *
     * @param change makes the entry that is to be of the area there is, which nobody else changes meanwhile; whatever
     *     it throws leaves all as it was
     * @throws AccessDeniedException when the person may not edit this area
     * @throws NoSuchElementException when there is no such area
     */
    @Transactional
    public void edit(StaffMember staff, AreaCode code, Function<Area, AreaEntry> change) {
        Area area = held(staff, code);
        AreaEntry before = AreaEntry.of(area);
        AreaEntry after = change.apply(area);
        if (!after.equals(before)) {
            save(staff, code, before, after);
        }
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayUndo(StaffMember staff, Change change) {
        return AreaRights.mayEditArea(staff, change.area());
    }

    @Override
    @Transactional
    public long undo(StaffMember staff, Change change) {
        AreaEntry now = AreaEntry.of(held(staff, change.area()));
        AreaEntry before = read(change.before());
        AreaEntry after = read(change.after());
        AreaEntry undone = now;
        if (!before.accounts().equals(after.accounts())) {
            if (!now.accounts().equals(after.accounts())) {
                throw history.changedSince(change);
            }
            undone = undone.accounts(before.accounts());
        }
        if (!Objects.equals(before.description(), after.description())) {
            if (!Objects.equals(now.description(), after.description())) {
                throw history.changedSince(change);
            }
            undone = undone.description(before.description());
        }
        if (undone.equals(now)) {
            throw new CannotUndo("Nothing of this change is left to undo.");
        }
        return save(staff, change.area(), now, undone);
    }

    private Area held(StaffMember staff, AreaCode code) {
        if (!AreaRights.mayEditArea(staff, code)) {
            throw new AccessDeniedException(staff.name() + " may not edit what stands on the page of " + code);
        }
        return areas.locked(code).orElseThrow();
    }

    private long save(StaffMember staff, AreaCode code, AreaEntry before, AreaEntry after) {
        areas.write(code, after);
        register.announced(List.of(code));
        return history.record(staff, code, SUBJECT, code.value(), before, after, difference(before, after));
    }

    private static String difference(AreaEntry before, AreaEntry after) {
        List<String> said = new ArrayList<>();
        if (!before.accounts().equals(after.accounts())) {
            said.add("social accounts from “" + names(before) + "” to “" + names(after) + "”");
        }
        if (!Objects.equals(before.description(), after.description())) {
            said.add(after.description() == null ? "text about the area removed" : "text about the area changed");
        }
        return String.join("; ", said);
    }

    private static String names(AreaEntry entry) {
        return entry.accounts().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        entry.accounts().stream()
                                .map(account -> account.networkName() + " " + account.name())
                                .toList());
    }

    private AreaEntry read(@Nullable JsonNode recorded) {
        return json.treeToValue(Objects.requireNonNull(recorded), AreaEntry.class);
    }
}
