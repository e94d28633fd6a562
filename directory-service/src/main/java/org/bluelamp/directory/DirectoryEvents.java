package org.bluelamp.directory;

import java.util.function.Consumer;
import org.bluelamp.messaging.EventDispatcher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where events of the other services come in; each goes to the handler of its type. */
@Configuration(proxyBeanMethods = false)
class DirectoryEvents {

    @Bean
    Consumer<Message<byte[]>> newsEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    @Bean
    Consumer<Message<byte[]>> alertsEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    @Bean
    Consumer<Message<byte[]>> feedbackEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }
}
