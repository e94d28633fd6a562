package org.bluelamp.news.desk.web;

import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.desk.Desk;
import org.bluelamp.news.desk.DeskQuery;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.WaitingWork;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which articles wait for an editor, for the portal's home page. */
@RestController
@StaffEndpoint({Role.EDITOR, Role.ADMINISTRATOR})
class WaitingWorkApi {

    private final Desk desk;

    WaitingWorkApi(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/staff/news/waiting")
    WaitingWork waiting(StaffMember who) {
        if (!who.roles().contains(Role.EDITOR)) {
            return WaitingWork.of();
        }
        return WaitingWork.of(WaitingWork.some(
                desk.counts(who, DeskQuery.WAITING).getOrDefault(ArticleState.IN_REVIEW, 0L),
                "article needs your review",
                "articles need your review",
                "/staff/news?waiting"));
    }
}
