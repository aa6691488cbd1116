package org.rolewright.platform.files;

import java.nio.ByteBuffer;
import org.rolewright.platform.Refusal;

/** Width and height that a picture claims, read without unpacking it. */
record PictureSize(long width, long height) {
  private static final long LONGEST_SIDE = 16_000;
  private static final long MOST_PIXELS = 60_000_000;

  static PictureSize of(FileType type, byte[] bytes) {
    return type == FileType.PNG ? png(ByteBuffer.wrap(bytes)) : jpeg(ByteBuffer.wrap(bytes));
  }

  boolean isMonstrous() {
    return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
  }

  private static PictureSize png(ByteBuffer bytes) {
    if (bytes.getInt(12) != 0x49484452) throw new Refusal.BrokenRule("fileOfAnotherKind");
    return new PictureSize(
        Integer.toUnsignedLong(bytes.getInt(16)), Integer.toUnsignedLong(bytes.getInt(20)));
  }

  /** Walks over the segments to the frame header. */
  private static PictureSize jpeg(ByteBuffer bytes) {
    var at = 2;
    while (at + 9 < bytes.limit() && Byte.toUnsignedInt(bytes.get(at)) == 0xff) {
      var marker = Byte.toUnsignedInt(bytes.get(at + 1));
      if (isFrame(marker))
        return new PictureSize(
            Short.toUnsignedLong(bytes.getShort(at + 7)),
            Short.toUnsignedLong(bytes.getShort(at + 5)));
      at += marker == 0xff ? 1 : 2 + Short.toUnsignedInt(bytes.getShort(at + 2));
    }
    throw new Refusal.BrokenRule("fileOfAnotherKind");
  }

  /** SOF0 to SOF15 without the tables that share their range. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
