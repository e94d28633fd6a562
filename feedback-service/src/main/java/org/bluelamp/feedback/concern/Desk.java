package org.bluelamp.feedback.concern;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.photo.Photos;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where staff read concerns: those of their own areas, and no others. */
@Service
public class Desk {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 1000;

    private final Concerns concerns;
    private final CaseDesk cases;
    private final Supports supports;
    private final Photos photos;

    Desk(Concerns concerns, CaseDesk cases, Supports supports, Photos photos) {
        this.concerns = concerns;
        this.cases = cases;
        this.supports = supports;
        this.photos = photos;
    }

    /** A page of the concerns of the person's areas, newest first or those that most people support. */
    public Concerns.Found list(
            StaffMember staff,
            @Nullable AreaCode area,
            @Nullable String theme,
            @Nullable State state,
            boolean setAside,
            boolean supported,
            int page) {
        return concerns.find(new Concerns.Search(staff.areas(), area, theme, state, setAside, supported), page);
    }

    /**
     * The newest concerns of a neighbourhood, and those of it that are named; the newest first.
     *
     * @throws AccessDeniedException when it is an area that is not the person's
     */
    public List<Concern> newest(StaffMember staff, AreaCode area, int limit, Set<Reference> named) {
        TeamRights.requireWork(staff, area);
        return concerns.newest(area, limit, named);
    }

    /**
     * One concern; empty when there is none.
     *
     * @throws AccessDeniedException when it is of an area that is not the person's
     */
    public Optional<Concern> concern(StaffMember staff, Reference reference) {
        Optional<Concern> concern = concerns.concern(reference);
        concern.ifPresent(found -> TeamRights.requireWork(staff, found.area()));
        return concern;
    }

    /** The case of a concern that {@link #concern} has shown the person: where its answer is worked on. */
    public Case caseOf(StaffMember staff, Concern concern) {
        return cases.find(staff, concern.reference())
                .orElseThrow(() -> new IllegalStateException("No concern is without a case"));
    }

    /** What a concern that {@link #concern} has shown the person means as well; empty when it stands alone. */
    public Optional<Cause> supports(Concern concern) {
        return supports.supportedBy(concern.reference());
    }

    /** The photo of a concern that {@link #concern} has shown the person; empty when there is none, or no more. */
    public Optional<byte[]> photo(Concern concern) {
        return photos.of(concern.reference());
    }

    /** What staff noted about a concern that {@link #concern} has shown the person. */
    public List<Concern.Note> notes(StaffMember staff, Concern concern) {
        return cases.entries(caseOf(staff, concern)).stream()
                .filter(entry -> entry.kind() == Entry.Kind.NOTE)
                .map(entry -> new Concern.Note(
                        Objects.requireNonNullElse(entry.author(), ""), entry.text(), entry.writtenAt()))
                .toList();
    }

    /**
     * Writes a note and takes the concern for noted, once per form and once for the same words within minutes. Two officers at once both have their note kept.
     * The audit trail says who did it, not what was written: that stays in one place, where it can be redacted.
     *
     * @return whether it is kept now, and was not before
     * @throws AccessDeniedException when the concern is of an area that is not the person's
     */
    @Transactional
    public boolean note(StaffMember staff, Concern concern, String text, String formToken) {
        TeamRights.requireWork(staff, concern.area());
        return cases.note(staff, concern.reference(), text, formToken);
    }
}
