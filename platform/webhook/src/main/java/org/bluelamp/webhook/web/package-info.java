@NullMarked
package org.bluelamp.webhook.web;

import org.jspecify.annotations.NullMarked;
