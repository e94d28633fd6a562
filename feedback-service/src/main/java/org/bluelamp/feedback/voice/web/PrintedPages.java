package org.bluelamp.feedback.voice.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.qr.QrCode;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/**
 * What a team prints, on A4: a poster with a QR code, and sheets of eight cards, each with the same QR code and a code of
 * its own. The QR code holds the public address and no code: what stands in an address ends up in logs.
 */
@Component
class PrintedPages {

    private static final float MARGIN = 56;
    private static final int COLUMNS = 2;
    private static final int ROWS = 4;

    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDFont code = new PDType1Font(FontName.COURIER_BOLD);

    /** A poster that leads to the round. */
    byte[] poster(Round round, Area area, String address) {
        return document(round.plan().title(), document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            float width = page.getMediaBox().getWidth();
            float top = page.getMediaBox().getHeight() - MARGIN;
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                Pen pen = new Pen(out, MARGIN, top, width - 2 * MARGIN);
                pen.write(plain, 18, area.name());
                pen.write(bold, 34, round.plan().title());
                pen.gap(6);
                pen.write(plain, 16, shortened(round.plan().about(), 320));
                pen.gap(10);
                pen.write(
                        bold,
                        18,
                        "Until " + LondonTime.day(round.plan().period().last())
                                + ". It takes a few minutes and you do not need to give your name.");
                float side = Math.min(260, pen.y - MARGIN - 70);
                qr(out, address, (width - side) / 2, pen.y - side - 10, side);
                Pen foot = new Pen(out, MARGIN, pen.y - side - 34, width - 2 * MARGIN);
                foot.write(plain, 14, address.replaceFirst("^https?://", ""));
            }
        });
    }

    /** A poster that leads to where a neighbourhood's residents say what troubles them. */
    byte[] invitation(Area area, String readers, String address) {
        return document("Have your say in " + area.name(), document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            float width = page.getMediaBox().getWidth();
            float top = page.getMediaBox().getHeight() - MARGIN;
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                Pen pen = new Pen(out, MARGIN, top, width - 2 * MARGIN);
                pen.write(plain, 18, area.name());
                pen.write(bold, 34, "What should we work on?");
                pen.gap(6);
                pen.write(
                        plain,
                        16,
                        "What makes life worse where you live? " + readers + " reads what you write, and you have an"
                                + " answer within 72 hours.");
                pen.gap(10);
                pen.write(bold, 18, "It takes a few minutes and you do not need to give your name.");
                float side = Math.min(260, pen.y - MARGIN - 110);
                qr(out, address, (width - side) / 2, pen.y - side - 10, side);
                Pen foot = new Pen(out, MARGIN, pen.y - side - 34, width - 2 * MARGIN);
                foot.write(plain, 14, address.replaceFirst("^https?://", ""));
                foot.gap(10);
                foot.write(bold, 14, "In an emergency call 999. To report a crime call 101.");
            }
        });
    }

    /** Sheets of cards to cut. */
    byte[] cards(Round round, Area area, String address, List<VoiceCode> codes) {
        return document("Cards: " + round.plan().title(), document -> {
            for (int first = 0; first < codes.size(); first += COLUMNS * ROWS) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                float width = page.getMediaBox().getWidth() / COLUMNS;
                float height = page.getMediaBox().getHeight() / ROWS;
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    for (int i = 0; i < COLUMNS * ROWS && first + i < codes.size(); i++) {
                        float left = i % COLUMNS * width;
                        float bottom = page.getMediaBox().getHeight() - (i / COLUMNS + 1) * height;
                        out.setLineWidth(0.3f);
                        out.addRect(left, bottom, width, height);
                        out.stroke();
                        card(
                                out,
                                round,
                                area,
                                address,
                                codes.get(first + i),
                                left + 18,
                                bottom + height - 18,
                                width - 36);
                    }
                }
            }
        });
    }

    private void card(
            PDPageContentStream out,
            Round round,
            Area area,
            String address,
            VoiceCode voice,
            float left,
            float top,
            float width)
            throws IOException {
        float side = 84;
        Pen pen = new Pen(out, left, top, width);
        pen.write(bold, 12, shortened(round.plan().title(), 60));
        pen.write(
                plain,
                9,
                area.name() + ", until " + LondonTime.day(round.plan().period().last()));
        pen.gap(4);
        float qrTop = pen.y;
        qr(out, address, left, qrTop - side, side);
        Pen beside = new Pen(out, left + side + 8, qrTop - 2, width - side - 8);
        beside.write(plain, 9, address.replaceFirst("^https?://", ""));
        beside.gap(3);
        beside.write(plain, 9, "Your code, to use once:");
        beside.write(code, 14, voice.value());
        beside.write(plain, 8, "We do not know who has which code.");
    }

    private interface Content {
        void write(PDDocument document) throws IOException;
    }

    private static byte[] document(String title, Content content) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title);
            content.write(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void qr(PDPageContentStream out, String address, float left, float bottom, float side)
            throws IOException {
        QrCode code = QrCode.of(address);
        float module = side / code.side();
        for (int row = 0; row < code.side(); row++) {
            for (int column = 0; column < code.side(); column++) {
                if (code.dark(column, row)) {
                    out.addRect(left + column * module, bottom + side - (row + 1) * module, module, module);
                }
            }
        }
        out.fill();
    }

    private static String shortened(String text, int longest) {
        return Typed.beginning(text, longest);
    }

    /** Writes lines from the top down, breaking them at spaces, or within a word that is longer than a line. */
    private static final class Pen {

        private final PDPageContentStream out;
        private final float left;
        private final float width;
        private float y;

        Pen(PDPageContentStream out, float left, float top, float width) {
            this.out = out;
            this.left = left;
            this.y = top;
            this.width = width;
        }

        void gap(float points) {
            y -= points;
        }

        void write(PDFont font, float size, String text) throws IOException {
            for (String line : lines(font, size, printable(text))) {
                y -= size * 1.25f;
                out.beginText();
                out.setFont(font, size);
                out.newLineAtOffset(left, y);
                out.showText(line);
                out.endText();
            }
        }

        private List<String> lines(PDFont font, float size, String text) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split("(?<=[ /-])")) {
                for (String piece : pieces(font, size, word)) {
                    if (!line.isEmpty() && wide(font, size, line + piece.stripTrailing()) > width) {
                        lines.add(line.toString().stripTrailing());
                        line.setLength(0);
                    }
                    line.append(piece);
                }
            }
            lines.add(line.toString().stripTrailing());
            return lines;
        }

        private List<String> pieces(PDFont font, float size, String word) throws IOException {
            List<String> pieces = new ArrayList<>();
            int start = 0;
            for (int end = 1; end <= word.length(); end++) {
                if (end - start > 1
                        && wide(font, size, word.substring(start, end).stripTrailing()) > width) {
                    pieces.add(word.substring(start, end - 1));
                    start = end - 1;
                }
            }
            pieces.add(word.substring(start));
            return pieces;
        }

        private static float wide(PDFont font, float size, String text) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }

        /** The fonts that every reader of PDF has know Western European letters; others become a question mark. */
        private static String printable(String text) {
            StringBuilder printable = new StringBuilder();
            text.replaceAll("\\s+", " ")
                    .replace('’', '\'')
                    .replace('‘', '\'')
                    .replace('“', '"')
                    .replace('”', '"')
                    .replace('–', '-')
                    .replace("…", "...")
                    .codePoints()
                    .forEach(point -> printable.append(
                            point >= 0x20 && point < 0x7f || point >= 0xa0 && point <= 0xff ? (char) point : '?'));
            return printable.toString();
        }
    }
}
