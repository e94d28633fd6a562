/** What makes a Spring application of Bluelamp a web application with our pages: templates, layout, errors. */
@NullMarked
package org.bluelamp.web;

import org.jspecify.annotations.NullMarked;
