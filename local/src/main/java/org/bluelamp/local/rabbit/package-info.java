/** A private RabbitMQ node of the machine's installed RabbitMQ. */
@NullMarked
package org.bluelamp.local.rabbit;

import org.jspecify.annotations.NullMarked;
