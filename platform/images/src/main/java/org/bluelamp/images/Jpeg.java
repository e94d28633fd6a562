package org.bluelamp.images;

/** What the header of a JPEG says before anything of it is unpacked (ISO/IEC 10918-1, annex B). */
final class Jpeg {

    private static final int START_OF_SCAN = 0xda;

    private Jpeg() {}

    /**
     * The memory, in bytes, that unpacking takes outside the heap: nothing when the picture comes in one scan, which is
     * unpacked line by line, and two bytes per coefficient of the whole picture when it comes in several, as a
     * progressive one does.
     */
    static long coefficients(byte[] file) {
        Frame frame = null;
        int at = 2;
        while (at < file.length) {
            while (at < file.length && at(file, at) != 0xff) {
                at++;
            }
            while (at < file.length && at(file, at) == 0xff) {
                at++;
            }
            int marker = at(file, at++);
            if (marker == START_OF_SCAN) {
                return frame == null || frame.inOneScan() && at(file, at + 2) == frame.components() ? 0 : frame.bytes();
            }
            if (isFrame(marker)) {
                frame = Frame.at(file, at, marker);
            }
            boolean standsAlone = marker <= 1 || marker >= 0xd0 && marker <= 0xd8;
            at += standsAlone ? 0 : Math.max(2, two(file, at));
        }
        return frame == null ? 0 : frame.bytes();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Beyond the end there is nothing, which no marker means. */
    private static int at(byte[] file, int place) {
        return place < file.length ? Byte.toUnsignedInt(file[place]) : 0;
    }

    private static int two(byte[] file, int place) {
        return at(file, place) << 8 | at(file, place + 1);
    }

    /**
     * A frame header.
     *
     * @param bytes of the coefficients of all components, each in its own resolution
     */
    private record Frame(boolean inOneScan, int components, long bytes) {

        static Frame at(byte[] file, int segment, int marker) {
            long pixels = (long) two(file, segment + 3) * two(file, segment + 5);
            int components = Jpeg.at(file, segment + 7);
            int most = 1;
            int all = 0;
            for (int component = 0; component < components; component++) {
                int sampling = Jpeg.at(file, segment + 9 + 3 * component);
                int samples = Math.max(1, (sampling >> 4) * (sampling & 0xf));
                most = Math.max(most, samples);
                all += samples;
            }
            return new Frame(marker == 0xc0 || marker == 0xc1, components, 2 * pixels * all / most);
        }
    }
}
