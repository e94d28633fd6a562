package org.bluelamp.alerts.transfer;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.alerts.subscriber.Departures;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.service.importing.DatabaseOnly;
import org.bluelamp.service.importing.ImportProgram;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What {@code java -jar alerts-service.jar import NAME ...} starts: subscribers, the keys of their addresses, and nothing
 * that sends.
 *
 * <p>It is no {@code @Configuration}, so that the service, which looks for those in this package too, passes it by.
 */
@DatabaseOnly
@Import({
    Subscribers.class,
    Departures.class,
    Transfers.class,
    TransferKey.class,
    SubscriberImport.class,
    SubscriberExport.class
})
public final class ImportApplication {

    private ImportApplication() {}

    @Bean
    static AddressVault addressVault(
            @Value("${bluelamp.alerts.address-keys:}") String keys,
            @Value("${bluelamp.alerts.address-hash-key:}") String hashKeys) {
        return new AddressVault(keys, hashKeys);
    }

    /** Runs an import and returns the exit code for the process. */
    public static int run(List<String> words) {
        return ImportProgram.run(ImportApplication.class, words);
    }

    static int run(List<String> words, PrintStream out, boolean terminal, Map<String, Object> settings) {
        return ImportProgram.run(ImportApplication.class, words, out, terminal, settings);
    }
}
