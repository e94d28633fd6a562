package org.bluelamp.news;

import java.net.URI;
import java.util.function.Consumer;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.news.markdown.FileSource;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.markdown.PictureSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What the service is wired to: the events of others, and the address that the public knows it by. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

    @Bean
    Consumer<Message<byte[]>> directoryEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    @Bean
    Consumer<Message<byte[]>> alertsEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    @Bean
    Markdown markdown(@Value("${bluelamp.public-url}") URI publicUrl, PictureSource pictures, FileSource files) {
        return new Markdown(publicUrl, pictures, files);
    }
}
