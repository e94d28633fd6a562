package org.bluelamp.news.social;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.area.SocialAccount;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The texts to copy for each account that posts for the areas of an article or a campaign. An account of a district or
 * neighbourhood adds its own name as a hashtag, for people there look for it.
 */
@Component
public class ReadyTexts {

    /** The networks that get a text even while the directory knows no account there. */
    private static final List<Network> ALWAYS = List.of(Network.FACEBOOK, Network.X, Network.NEXTDOOR);

    private final Areas areas;

    ReadyTexts(Areas areas) {
        this.areas = areas;
    }

    /**
     * The texts for one network.
     *
     * @param code the network's key, {@code plain} for any other
     * @param known whether the directory knows an account there
     */
    public record ForNetwork(String code, String network, boolean known, List<Ready> texts) {}

    /**
     * A text to copy.
     *
     * @param account whose it is to be; null when the directory knows none
     * @param url where the account is; null when it is unknown, or no address on the web
     * @param fill how full it is; null where there is no limit
     */
    public record Ready(
            String id,
            @Nullable String account,
            @Nullable String url,
            String text,
            @Nullable String fill) {

        /** What the box is called. */
        public String label() {
            return account == null ? "Text to copy" : "Text for " + account;
        }
    }

    /** The texts, in the order of the networks; the last ones are for anywhere else. */
    public List<ForNetwork> of(Told told) {
        AreaMap map = areas.all();
        Map<Network, List<Ready>> ready = new EnumMap<>(Network.class);
        areas.accountsFor(told.areas()).forEach((code, accounts) -> {
            for (SocialAccount account : accounts) {
                Network.of(account.network())
                        .ifPresent(network -> add(
                                ready.computeIfAbsent(network, _ -> new ArrayList<>()),
                                Post.of(local(told, code, map), network),
                                account.name() + " (" + map.named(code).name() + ")",
                                account.url()));
            }
        });
        List<ForNetwork> texts = new ArrayList<>();
        for (Network network : Network.values()) {
            List<Ready> known = ready.get(network);
            if (known != null) {
                texts.add(new ForNetwork(network.code(), network.label(), true, known));
            } else if (ALWAYS.contains(network)) {
                List<Ready> one = new ArrayList<>();
                add(one, Post.of(told, network), null, null);
                texts.add(new ForNetwork(network.code(), network.label(), false, one));
            }
        }
        texts.add(new ForNetwork(
                "plain",
                "Anywhere else",
                false,
                List.of(new Ready("text-elsewhere", null, null, Post.plain(told), null))));
        return texts;
    }

    private static void add(List<Ready> texts, Post post, @Nullable String account, @Nullable String url) {
        texts.add(new Ready(
                "text-" + post.network().name().toLowerCase(Locale.ROOT) + "-" + (texts.size() + 1),
                account,
                url != null && url.startsWith("https://") ? url : null,
                post.text(),
                post.fill()));
    }

    private static Told local(Told told, AreaCode code, AreaMap map) {
        String name = map.named(code).name().replaceAll("[^A-Za-z0-9]", "");
        return AreaKind.of(code) != AreaKind.FORCE && Campaign.isShapedLikeOne(name) ? told.with(name) : told;
    }
}
