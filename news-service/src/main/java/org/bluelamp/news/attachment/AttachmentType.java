package org.bluelamp.news.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of file we offer. The end of the name says what a file wants to be, its content whether it is. */
enum AttachmentType {
    PDF("PDF", "application/pdf") {
        @Override
        void check(byte[] file) throws BadAttachment {
            String text = new String(file, StandardCharsets.ISO_8859_1);
            if (!text.startsWith("%PDF-")) {
                throw notReally(this);
            }
            if (ACTS.matcher(text).find()) {
                throw new BadAttachment("The PDF holds a program or another file. Save it again without them");
            }
        }
    },
    DOCX("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
        @Override
        void check(byte[] file) throws BadAttachment {
            OfficeFile.check(file, this, "wordprocessingml.document.main+xml");
        }
    },
    XLSX("Excel table", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void check(byte[] file) throws BadAttachment {
            OfficeFile.check(file, this, "spreadsheetml.sheet.main+xml");
        }
    },
    CSV("CSV table", "text/csv") {
        @Override
        void check(byte[] file) throws BadAttachment {
            if (FORMULA.matcher(narrow(text(file, this))).find()) {
                throw new BadAttachment(
                        "A cell begins with =, +, - or @ and is not a number: a table program may run it. Save the table with its values");
            }
        }
    },
    TXT("text", "text/plain") {
        @Override
        void check(byte[] file) throws BadAttachment {
            text(file, this);
        }
    },
    ICS("calendar", "text/calendar") {
        @Override
        void check(byte[] file) throws BadAttachment {
            String text = text(file, this).strip();
            if (!text.startsWith("BEGIN:VCALENDAR") || !text.endsWith("END:VCALENDAR")) {
                throw notReally(this);
            }
        }
    };

    /** What makes a PDF do something by itself. Names may be written with escapes such as {@code #53}, and compressed parts are not looked into. */
    private static final Pattern ACTS = Pattern.compile(
            "/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\\b|/(?:J|#4[aA])[A-Za-z]*#[0-9a-fA-F]{2}");

    /** What may follow a plus or minus, if anything does: an amount, a share or a telephone number. */
    private static final String NUMBER = "(?:£?\\d[\\d ]*+(?:[.,]\\d[\\d ]*+)*+(?:[eE][+-]?\\d+)?%?)?";

    /**
     * A cell that a table program would run, whatever nobody sees before it. Tabs and ends of lines count as the beginning
     * of a cell even between quotes.
     */
    private static final Pattern FORMULA = Pattern.compile("(?m)(?:^|[,;\t])[\\p{Zs}\\p{Cf}]*+(?:"
            + "\"[\"\\p{Zs}\\p{Cf}]*+(?:[=@]|[+-](?!" + NUMBER + " *\"))"
            + "|[=@]|[+-](?!" + NUMBER + " *(?:[,;\t]|$)))");

    private final String label;
    private final String mediaType;

    AttachmentType(String label, String mediaType) {
        this.label = label;
        this.mediaType = mediaType;
    }

    /** As readers are told. */
    String label() {
        return label;
    }

    String mediaType() {
        return mediaType;
    }

    /** The end of names, without the dot. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadAttachment when the file is not what its name says, or could do harm */
    abstract void check(byte[] file) throws BadAttachment;

    static Optional<AttachmentType> of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(type -> type.ending().equalsIgnoreCase(ending))
                .findFirst();
    }

    static BadAttachment notReally(AttachmentType type) {
        return new BadAttachment("The file is called ." + type.ending() + " and is none, or it is damaged");
    }

    /** With the signs in their usual width: table programs take wide ones for the same. */
    private static String narrow(String text) {
        return text.replace('\uFF1D', '=')
                .replace('\uFF0B', '+')
                .replace('\uFF0D', '-')
                .replace('\uFF20', '@');
    }

    /** The words of a file that is text and nothing else. */
    static String text(byte[] file, AttachmentType type) throws BadAttachment {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                throw notReally(type);
            }
            return text;
        } catch (CharacterCodingException notText) {
            throw new BadAttachment("The file must be text in UTF-8. Save it again with that encoding");
        }
    }
}
