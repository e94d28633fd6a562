package org.bluelamp.feedback.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** An address as a QR code (ISO/IEC 18004) that a telephone reads, with a margin of two modules on each side. */
public final class QrCode {

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code of an address.
     *
     * @throws IllegalArgumentException when it is too long, which none of ours is
     */
    public static QrCode of(String address) {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("An address is too long for a QR code", e);
        }
    }

    /** How many modules each side has, margins included. */
    public int side() {
        return modules.getWidth();
    }

    /** Whether the module is dark; columns and rows count from 0 at the top left. */
    public boolean dark(int column, int row) {
        return modules.get(column, row);
    }

    /** The dark modules as an SVG path in a square of {@link #side} units. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < side(); row++) {
            for (int column = 0; column < side(); column++) {
                if (dark(column, row)) {
                    path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
