package org.bluelamp.directory.scorecard;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps up to date how teams answer. */
@Configuration(proxyBeanMethods = false)
class AnswersHandlers {

    @Bean
    EventHandler<AnswersMeasured> answersMeasured(Answers answers) {
        return EventHandler.projecting(AnswersMeasured.TYPE, AnswersMeasured.class, answers::apply);
    }
}
