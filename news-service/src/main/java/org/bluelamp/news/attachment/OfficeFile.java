package org.bluelamp.news.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks through a Word or Excel file, unpacking no more than fits, for what runs by itself or comes from elsewhere. */
final class OfficeFile {

    private static final int MOST_PARTS = 2_000;
    private static final int LARGEST_WHOLE = 100 * 1024 * 1024;
    private static final int LARGEST_LIST = 1024 * 1024;

    private static final Pattern ACTIVE_PART =
            Pattern.compile("vba|macrosheets/|activex/|embeddings/|\\.(?:bin|exe|dll|js|vbs|ps1|bat|cmd|scr|ole)$");

    private static final Pattern ACTIVE_WORD = Pattern.compile("macroenabled|vbaproject|attachedtemplate|oleobject");

    private OfficeFile() {}

    static void check(byte[] file, AttachmentType type, String mainPart) throws BadAttachment {
        boolean right = false;
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (++parts > MOST_PARTS) {
                    throw tooMuch();
                }
                if (ACTIVE_PART.matcher(name).find() && !name.contains("printersettings")) {
                    throw active();
                }
                if (name.equals("[content_types].xml") || name.endsWith(".rels")) {
                    byte[] list = zip.readNBytes(LARGEST_LIST + 1);
                    if (list.length > LARGEST_LIST) {
                        throw tooMuch();
                    }
                    unpacked += list.length;
                    String words = new String(list, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                    if (ACTIVE_WORD.matcher(words).find()) {
                        throw active();
                    }
                    right |= name.startsWith("[content") && words.contains(mainPart);
                }
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_WHOLE) {
                        throw tooMuch();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw AttachmentType.notReally(type);
        }
        if (!right) {
            throw AttachmentType.notReally(type);
        }
    }

    private static BadAttachment active() {
        return new BadAttachment("The file holds macros or another file. Save it without them, or as PDF");
    }

    private static BadAttachment tooMuch() {
        return new BadAttachment("The file unpacks to more than it should. Save it as PDF");
    }
}
