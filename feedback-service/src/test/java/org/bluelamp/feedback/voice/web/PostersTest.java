package org.bluelamp.feedback.voice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bluelamp.feedback.FeedbackTest;
import org.junit.jupiter.api.Test;

class PostersTest extends FeedbackTest {

    private static final String POSTERS = "/staff/feedback/posters";

    @Test
    void the_code_on_the_poster_leads_to_the_form_of_the_neighbourhood() throws Exception {
        hertfordshireIsKnown();
        assertThat(page(get(POSTERS).with(as("officer", "hertfordshire/stevenage")))
                        .select("main li a[href^=" + POSTERS + "/]")
                        .eachAttr("href"))
                .containsExactly(POSTERS + "/stevenage/stevenage-north", POSTERS + "/stevenage/stevenage-south");
        byte[] pdf = mvc.perform(get(POSTERS + "/stevenage/stevenage-north").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Stevenage North",
                            "What should we work on?",
                            "/have-your-say/stevenage/stevenage-north",
                            "999");
            BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(0, 120);
            int[] pixels = drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0, drawn.getWidth());
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(drawn.getWidth(), drawn.getHeight(), pixels))))
                            .getText())
                    .endsWith("/have-your-say/stevenage/stevenage-north");
        }
    }

    @Test
    void only_staff_of_the_area_print_it() throws Exception {
        hertfordshireIsKnown();
        String poster = POSTERS + "/stevenage/stevenage-north";
        for (String role : new String[] {"officer", "sergeant", "administrator"}) {
            mvc.perform(get(poster).with(as(role, "hertfordshire"))).andExpect(status().isOk());
            mvc.perform(get(poster).with(as(role, TOWN_CENTRE))).andExpect(status().isForbidden());
        }
        mvc.perform(get(poster).with(as("editor", STEVENAGE_NORTH))).andExpect(status().isForbidden());
        mvc.perform(get(poster)).andExpect(status().isUnauthorized());
        mvc.perform(get(POSTERS)).andExpect(status().isUnauthorized());
        mvc.perform(get(POSTERS + "/stevenage/nowhere").with(as("officer", "hertfordshire")))
                .andExpect(status().isNotFound());
    }
}
