package org.bluelamp.directory.team.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The form with which a photo of a person is sent. */
record PhotoForm(@Nullable MultipartFile photo) {}
