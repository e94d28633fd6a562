package org.bluelamp.web.sample;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.bluelamp.web.page.Staff;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.web.view.JteViewResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

@SpringBootApplication
public class SampleApplication {

    /** Shows the sample on port 8099, to look at it. */
    public static void main(String... arguments) {
        new SpringApplicationBuilder(SampleApplication.class)
                .properties("server.address=127.0.0.1", "server.port=8099", "bluelamp.assets.serve=true")
                .run(arguments);
    }

    /** The sample's own templates are compiled when first shown; all others are the precompiled ones. */
    @Bean
    JteViewResolver sampleViews() {
        return new JteViewResolver(TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("src/test/jte")),
                Path.of("target/sample-templates"),
                ContentType.Html,
                getClass().getClassLoader(),
                "sample.templates"));
    }

    /** A form as services have them. */
    public record SignUpForm(
            @NotBlank(message = "Enter your email address")
            @Email(message = "Enter an email address like name@example.org")
            @Nullable
            String email,

            @Nullable String area,

            @Min(value = 1, message = "Enter at least 1") int households,

            @NotEmpty(message = "Select at least one topic") @Nullable
            List<String> topics,

            @Size(max = 20, message = "Use 20 characters or fewer") @Nullable
            String note) {}

    /** What the page with the form shows. */
    /** A form with rows, as many as were sent. */
    public record TeamForm(List<Member> members) {

        public record Member(String name) {}
    }

    public record SignUpPage(Form form) {}

    /** What a program sends. */
    public record Concern(
            @NotBlank(message = "is missing") @Nullable String text,
            @Min(1) int weight) {}

    @Controller
    static class SamplePages {

        private final Pages pages;

        SamplePages(Pages pages) {
            this.pages = pages;
        }

        @GetMapping("/")
        PageView home() {
            return new PageView(
                    "sample/home", pages.page("Your area, your police").withoutHeading());
        }

        @GetMapping("/area")
        PageView area() {
            Page page = pages.page(Section.YOUR_AREA, "Quayside and Mill Lane")
                    .crumb("Your area", "/your-area")
                    .crumb("Northtown", "/your-area/northtown")
                    .description("The team for Quayside and Mill Lane, and how to reach it");
            return new PageView("sample/area", page);
        }

        @GetMapping("/desk")
        PageView desk() {
            return new PageView(
                    "sample/desk",
                    pages.staff(StaffSection.NEWS, "Articles", new Editor("Olive Officer", Set.of("editor"))));
        }

        private record Editor(String name, Set<String> roleNames) implements Staff {}

        @GetMapping("/sign-up")
        PageView ask() {
            return show(Form.blank(), HttpStatus.OK);
        }

        @PostMapping("/sign-up")
        ModelAndView signUp(@Valid SignUpForm form, BindingResult result) {
            if (result.getTarget() != null && "nowhere".equals(form.area())) {
                result.rejectValue("area", "unknown", "Choose an area from the list");
            }
            return result.hasErrors()
                    ? show(Form.of(result), HttpStatus.UNPROCESSABLE_CONTENT)
                    : PageView.redirect("/area");
        }

        private PageView show(Form form, HttpStatus status) {
            Page page = pages.page(Section.ALERTS, "Get alerts for your area")
                    .back("/alerts")
                    .form(form);
            return new PageView("sample/signUp", page, new SignUpPage(form)).status(status);
        }

        @GetMapping({"/broken", "/staff/broken", "/api/v1/broken"})
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @PostMapping("/alerts/manage/{token}")
        String secret(@PathVariable String token) {
            throw new IllegalStateException("secret detail");
        }

        @PostMapping("/team")
        @ResponseBody
        String team(@ModelAttribute TeamForm form) {
            return String.valueOf(form.members().size());
        }

        @GetMapping("/refused/{status}")
        String refused(@PathVariable int status) {
            throw new ResponseStatusException(HttpStatus.valueOf(status), "why");
        }

        @GetMapping("/api/v1/things")
        @ResponseBody
        String things(@RequestParam int page) {
            return "page " + page;
        }

        @PostMapping("/api/v1/concerns")
        @ResponseBody
        Concern concern(@Valid @RequestBody Concern concern) {
            return concern;
        }
    }
}
