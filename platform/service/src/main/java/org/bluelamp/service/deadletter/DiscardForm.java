package org.bluelamp.service.deadletter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a dead letter is not to be handled.
 *
 * @param reason in the operator's words
 */
record DiscardForm(
        @NotBlank(message = "Enter why this message need not be handled")
        @Size(max = 500, message = "The reason must be 500 characters or less")
        String reason) {}
