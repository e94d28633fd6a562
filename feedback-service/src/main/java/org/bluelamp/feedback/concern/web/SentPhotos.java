package org.bluelamp.feedback.concern.web;

import org.bluelamp.feedback.photo.Photos;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** Takes the photo out of a form, before anything else is looked at: so no mistake and no other page costs it. */
@Component
class SentPhotos {

    private final Photos photos;

    SentPhotos(Photos photos) {
        this.photos = photos;
    }

    /** Keeps the photo that was sent with the form, if any, and says what is wrong with it. */
    void receive(ConcernForm form, Errors errors) {
        MultipartFile file = form.photo();
        if (!form.withoutPhoto().isEmpty()) {
            photos.leaveOut(form.token());
        }
        // A form that a program filled in is kept, but its file is not worth the painting.
        if (file != null && !file.isEmpty() && form.subject().isEmpty()) {
            photos.keep(form.token(), file).ifPresent(refusal -> errors.rejectValue("photo", "Rule", refusal.reason()));
        }
    }
}
