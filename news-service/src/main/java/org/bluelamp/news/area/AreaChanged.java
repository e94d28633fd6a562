package org.bluelamp.news.area;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code directory.area.changed}. */
record AreaChanged(
        String code,
        String kind,
        String name,
        @Nullable Long households,
        @Nullable List<SocialAccount> socialAccounts) {}
