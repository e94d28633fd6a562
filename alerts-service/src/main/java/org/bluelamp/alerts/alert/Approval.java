package org.bluelamp.alerts.alert;

/** Who has to agree before a message goes out, by how many people it reaches. */
public enum Approval {
    /** Whoever wrote it sends it. */
    ALONE("You can send it yourself."),
    /** A second person who may send alerts in its areas. */
    SECOND_PERSON("A second person has to check and send it."),
    /** A second person who is an approver in its areas. */
    APPROVER("An approver has to check and send it.");

    private final String sentence;

    Approval(String sentence) {
        this.sentence = sentence;
    }

    /** What is told whoever wrote it. */
    public String sentence() {
        return sentence;
    }
}
