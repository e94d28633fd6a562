package org.bluelamp.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A person at a browser, who finds things by what they say: headings, labels, links and buttons. Every page they see
 * can be held against WCAG with axe.
 */
final class Visitor implements AutoCloseable {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final boolean scripts;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, String home, boolean scripts) {
        this.context = context;
        this.page = context.newPage();
        this.home = home;
        this.scripts = scripts;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOfTheBrowser(message.text())) {
                faults.add(path() + ": " + message.text());
            }
        });
        page.onPageError(fault -> faults.add(path() + ": " + fault));
    }

    /**
     * Browsers write a line for each answer of 400 and above, which a journey may be about, and Chromium one when a page
     * asks for notifications in a window that keeps nothing, as a visitor's is.
     */
    private static boolean isOfTheBrowser(String line) {
        return line.startsWith("Failed to load resource: the server responded with a status of")
                || line.startsWith("Chrome currently does not support the Push API in incognito mode");
    }

    /** Opens a path of the platform, or a whole address as it stands in a mail, and returns the status. */
    int opens(String address) {
        Response response = page.navigate(address.startsWith("http") ? address : home + address);
        return response == null ? 0 : response.status();
    }

    /** Types key by key as a person does: forms set aside what comes faster than anybody writes. */
    void types(String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.clear();
        field.pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(30));
    }

    void ticks(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    }

    void presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Links that lead on in a journey look and are announced as buttons; the others are found by this. */
    void follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void hits(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Makes the window so many pixels wide. */
    void looksAt(int width) {
        page.setViewportSize(width, 900);
    }

    /** Goes back in the browser's history. */
    void goesBack() {
        page.goBack();
    }

    /** Lets pages of other sites answer: a test stays on this machine. */
    void reachesOtherSites() {
        context.route(
                address -> !address.startsWith(home),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("Elsewhere")));
    }

    /** Waits until the browser has left the platform. */
    void isElsewhere() {
        page.waitForURL(address -> !address.startsWith(home));
        assertThat(page.getByText("Elsewhere")).isVisible();
    }

    /**
     * Allows notifications. A script stands in for the push service of the browser's maker, which cannot be reached.
     *
     * @param pushService gives each page what its browser would be given
     */
    void allowsNotifications(String pushService) {
        context.grantPermissions(List.of("notifications"));
        context.addInitScript(pushService);
    }

    /** Has the browser refuse notifications: where some permissions are granted, all others are refused. */
    void refusesNotifications() {
        context.grantPermissions(List.of("geolocation"));
    }

    /** Has the browser get a message as from its push service. */
    void isPushed(String message) {
        List<String> registrations = new CopyOnWriteArrayList<>();
        CDPSession devTools = context.newCDPSession(page);
        devTools.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(one -> registrations.add(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        devTools.send("ServiceWorker.enable");
        page.waitForCondition(() -> !registrations.isEmpty());
        JsonObject push = new JsonObject();
        push.addProperty("origin", home);
        push.addProperty("registrationId", registrations.getLast());
        push.addProperty("data", message);
        devTools.send("ServiceWorker.deliverPushMessage", push);
        devTools.detach();
    }

    /** The titles and bodies of the notifications that the browser shows. */
    @SuppressWarnings("unchecked")
    List<Map<String, String>> notifications() {
        return (List<Map<String, String>>) page.evaluate("""
                async () => (await (await navigator.serviceWorker.ready).getNotifications())
                    .map(({ title, body }) => ({ title, body }))
                """);
    }

    /**
     * Clicks the notification as far as a browser without a screen lets anybody: its worker gets the event of a click. Only
     * a click of a person opens a window, so what the worker asks to be opened is told instead.
     */
    String clicksTheNotification() {
        try (Worker worker = new Worker(context.browser().newBrowserCDPSession(), home)) {
            return worker.run(page, """
                    (async () => {
                      let asked = ''
                      self.clients.openWindow = async (url) => { asked = url }
                      const [notification] = await self.registration.getNotifications()
                      self.dispatchEvent(new NotificationEvent('notificationclick', { notification }))
                      return asked
                    })()
                    """);
        }
    }

    /** Types a user name and the demo password on Keycloak's page. */
    void signsInAs(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    void sees(String text) {
        try {
            assertThat(page.getByText(text).first()).isVisible();
        } catch (AssertionError missing) {
            throw new AssertionError(
                    "\"%s\" is not to be seen at %s, which says:%n%s"
                            .formatted(text, path(), page.locator("body").innerText()),
                    missing);
        }
    }

    void seesHeading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                        .first())
                .isVisible();
    }

    /** Whether the page holds the text at this moment, without waiting for it. */
    boolean has(String text) {
        return page.content().contains(text);
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    String path() {
        return page.url().startsWith(home) ? page.url().substring(home.length()) : page.url();
    }

    /** The page passes axe's rules for WCAG 2.2 AA, and does not scroll sideways at the present width. */
    void findsThePageAccessible() {
        if (!scripts) {
            return;
        }
        List<Rule> violations = new AxeBuilder(page)
                .withTags(WCAG_2_2_AA)
                // Looks within the page; else it puts what it found together in a second one, for the sake of frames.
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations)
                .as("axe on " + path())
                .extracting(Visitor::inWords)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scrolling of " + path() + " at " + page.viewportSize().width + " px")
                .isEqualTo(0);
    }

    private static String inWords(Rule rule) {
        var node = rule.getNodes().getFirst();
        return rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary();
    }

    /** For people to look at, where {@code -Dbluelamp.journeys.pictures=true} asks for it; it takes as long as a look. */
    void takesPicture(String name) {
        if (!Boolean.getBoolean("bluelamp.journeys.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
    }

    /** No page that this visitor saw may have written an error to the browser's console. */
    @Override
    public void close() {
        context.close();
        assertThat(faults).as("errors in the browser's console").isEmpty();
    }

    /** The service worker of the site, which Playwright for Java has no hold of, by the DevTools protocol. */
    private record Worker(CDPSession devTools, String home) implements AutoCloseable {

        String run(Page page, String script) {
            List<String> answers = new CopyOnWriteArrayList<>();
            devTools.on("Target.receivedMessageFromTarget", event -> {
                JsonObject message = JsonParser.parseString(event.get("message").getAsString())
                        .getAsJsonObject();
                if (message.has("id")) {
                    answers.add(message.getAsJsonObject("result")
                            .getAsJsonObject("result")
                            .get("value")
                            .getAsString());
                }
            });
            JsonObject to = new JsonObject();
            to.addProperty("targetId", target());
            to.addProperty("flatten", false);
            String session =
                    devTools.send("Target.attachToTarget", to).get("sessionId").getAsString();
            JsonObject evaluation = new JsonObject();
            evaluation.addProperty("expression", script);
            evaluation.addProperty("awaitPromise", true);
            evaluation.addProperty("returnByValue", true);
            JsonObject message = new JsonObject();
            message.addProperty("id", 1);
            message.addProperty("method", "Runtime.evaluate");
            message.add("params", evaluation);
            JsonObject sending = new JsonObject();
            sending.addProperty("sessionId", session);
            sending.addProperty("message", message.toString());
            devTools.send("Target.sendMessageToTarget", sending);
            page.waitForCondition(() -> !answers.isEmpty());
            return answers.getFirst();
        }

        private String target() {
            return devTools.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(target -> target.get("type").getAsString().equals("service_worker")
                            && target.get("url").getAsString().startsWith(home))
                    .map(target -> target.get("targetId").getAsString())
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            devTools.detach();
        }
    }
}
