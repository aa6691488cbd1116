package org.rolewright.platform.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** An address that a telephone's camera reads, as one path of squares. */
public final class QrCode {
  /** Free squares on each side, as ISO/IEC 18004 asks. */
  private static final int MARGIN = 4;

  private final ByteMatrix squares;

  QrCode(String address) {
    try {
      squares = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + address, e);
    }
  }

  /** Squares on each side, margins included. */
  public int size() {
    return squares.getWidth() + 2 * MARGIN;
  }

  /** The dark squares, a stroke for each run in a row. */
  public String path() {
    var path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++)
      for (int x = 0; x < squares.getWidth(); x++) {
        int from = x;
        while (x < squares.getWidth() && squares.get(x, y) == 1) x++;
        if (x > from) run(path, from + MARGIN, y + MARGIN, x - from);
      }
    return path.toString();
  }

  private static void run(StringBuilder path, int x, int y, int length) {
    path.append('M').append(x).append(' ').append(y).append('h').append(length);
    path.append("v1h-").append(length).append('z');
  }
}
