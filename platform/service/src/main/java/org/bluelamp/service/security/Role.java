package org.bluelamp.service.security;

/** What a member of staff may do; the names, in lower case, are the realm roles in Keycloak. */
public enum Role {
    /** Sees and answers residents' concerns of their area. */
    OFFICER,
    /** Leads a neighbourhood's team and edits its page. */
    SERGEANT,
    /** Writes and publishes articles for their areas. */
    EDITOR,
    /** Approves what reaches many people. */
    APPROVER,
    /** Looks after a district's or the force's data. */
    ADMINISTRATOR,
    /** Keeps the platform running: dead letters, health; sees no residents' data. */
    OPERATOR
}
