package org.bluelamp.directory.history;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes changes. An undo is a change as well, so it can be undone in turn. */
@Service
public class Undoing {

    private final History history;
    private final Map<String, Undoable> registers;

    Undoing(History history, List<Undoable> registers) {
        this.history = history;
        this.registers = registers.stream().collect(Collectors.toMap(Undoable::subject, Function.identity()));
    }

    /** Whether the person would be offered to undo it. */
    public boolean offers(StaffMember staff, Change change) {
        Undoable register = registers.get(change.subject());
        return change.undoneBy() == null
                && change.changedBy() != null
                && register != null
                && register.mayUndo(staff, change);
    }

    /**
     * Undoes a change, and with it all others of its deed, the last first.
     *
     * @throws NoSuchElementException when there is no such change
     * @throws AccessDeniedException when the person may not change that thing
     * @throws CannotUndo when it was undone before, or one of the things was changed again since; nothing is written
     */
    @Transactional
    public void undo(StaffMember staff, long id) {
        Change change = history.locked(id).orElseThrow();
        if (change.deed() == null) {
            undo(staff, change);
            return;
        }
        List<Change> parts = history.lockedOf(change.deed());
        history.asOneDeed(() -> {
            parts.forEach(part -> undo(staff, part));
            return parts;
        });
    }

    private void undo(StaffMember staff, Change change) {
        Undoable register = registers.get(change.subject());
        if (register == null || change.changedBy() == null) {
            throw new CannotUndo("This was not changed by a person, so it cannot be undone.");
        }
        if (!register.mayUndo(staff, change)) {
            throw new AccessDeniedException(
                    staff.name() + " may not undo change " + change.id() + " of " + change.area());
        }
        if (change.undoneBy() != null) {
            Change by = history.find(change.undoneBy()).orElseThrow();
            throw new CannotUndo(
                    by.changedByName() + " undid this already on " + LondonTime.minute(by.changedAt()) + ".");
        }
        history.undone(change.id(), register.undo(staff, change));
    }
}
