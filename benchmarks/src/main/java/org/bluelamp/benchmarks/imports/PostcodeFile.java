package org.bluelamp.benchmarks.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invented tables of postcodes, as long and as wide as the published ones. The same every time. */
final class PostcodeFile {

    /** Letters of inward codes. */
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private static final int AREAS = LETTERS.length() * 6;
    private static final int DISTRICTS = 25;

    private PostcodeFile() {}

    /** The extent in which the points lie, in degrees. */
    record Extent(double west, double south, double east, double north) {}

    /** Writes one row. */
    private interface Row {
        void write(BufferedWriter out, int number, SplittableRandom random) throws IOException;
    }

    /** As the ONS Postcode Directory: a heading and 52 columns, one row in seven terminated. */
    static void ons(Path file, int rows, Extent extent) throws IOException {
        String heading =
                "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,"
                        + "oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,npark,lsoa01,msoa01,"
                        + "ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua24,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,"
                        + "oa21,lsoa21,msoa21\n";
        write(file, heading, rows, (out, number, random) -> {
            String code = code(number);
            String outward = code.substring(0, code.length() - 3);
            String inward = code.substring(code.length() - 3);
            double longitude = random.nextDouble(extent.west, extent.east);
            double latitude = random.nextDouble(extent.south, extent.north);
            out.write("\"" + code + "\",\"" + outward + "  " + inward + "\",\"" + outward + " " + inward
                    + "\",\"198001\",\"" + (number % 7 == 0 ? "201905" : "")
                    + "\",\"E10000015\",\"E58000614\",\"E07000242\",\"E05004776\",\"E04004855\",\"0\",\"535800\",\"0214500\""
                    + ",\"1\",\"E18000006\",\"E40000007\",\"E92000001\",\"E12000006\",\"E99999999\",\"E14001275\""
                    + ",\"E15000006\",\"E24000007\",\"E30000304\",\"E16000150\",\"E07000242\",\"E05004776\""
                    + ",\"E00120476\",\"99ZZ00\",\"E65000001\",\"E01023675\",\"E02004916\",\"5\",\"4B1\",\"E00120476\""
                    + ",\"E01023675\",\"E02004916\",\"E33035673\",\"E38000004\",\"E63010556\",\"C1\",\"6A1\","
                    + String.format(Locale.ROOT, "%.6f,%.6f", latitude, longitude)
                    + ",\"E37000017\",\"\",\"E230000" + String.format("%02d", 1 + number % 39)
                    + "\",\"22461\",\"E56000031\",\"E54000025\",\"E00120476\",\"E01023675\",\"E02004916\"\n");
        });
    }

    /** As Code-Point Open: no heading, ten columns, points on the National Grid. */
    static void codePointOpen(Path file, int rows) throws IOException {
        write(
                file,
                "",
                rows,
                (out, number, random) -> out.write("\"" + code(number) + "\",10,"
                        + random.nextInt(250_000, 620_000) + "," + random.nextInt(80_000, 500_000)
                        + ",\"E92000001\",\"E19000003\",\"E18000006\",\"\",\"E07000242\",\"E05004776\"\n"));
    }

    private static void write(Path file, String heading, int rows, Row row) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write(heading);
            for (int number = 0; number < rows; number++) {
                row.write(out, number, random);
            }
        }
    }

    /** Without its space; so many inward codes for each outward one. */
    private static String code(int number) {
        int outward = number % (AREAS * DISTRICTS);
        int inward = number / (AREAS * DISTRICTS);
        int area = outward / DISTRICTS;
        return "" + LETTERS.charAt(area % LETTERS.length()) + LETTERS.charAt(area / LETTERS.length())
                + (1 + outward % DISTRICTS) + inward % 10 + LETTERS.charAt(inward / 10 % LETTERS.length())
                + LETTERS.charAt(inward / 10 / LETTERS.length() % LETTERS.length());
    }
}
