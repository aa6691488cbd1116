package org.rolewright.platform.files;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of files that are taken, found by looking at the bytes. */
public enum FileType {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg");

  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int PDF_TAIL = 2048;

  private final String mediaType;
  private final String ending;

  FileType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  @JsonValue
  public String mediaType() {
    return mediaType;
  }

  public String ending() {
    return ending;
  }

  public static FileType of(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no file type " + mediaType));
  }

  /** What the bytes are; empty where they are none of these, or cut off. */
  static Optional<FileType> found(byte[] bytes) {
    if (isPdf(bytes)) return Optional.of(PDF);
    if (bytes.length > 45 && Arrays.equals(bytes, 0, 8, PNG_MARK, 0, 8)) return Optional.of(PNG);
    if (bytes.length > 20 && at(bytes, 0) == 0xff && at(bytes, 1) == 0xd8 && at(bytes, 2) == 0xff)
      return Optional.of(JPEG);
    return Optional.empty();
  }

  private static boolean isPdf(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    if (!head.matches("%PDF-[12]\\.\\d")) return false;
    var from = Math.max(0, bytes.length - PDF_TAIL);
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private static int at(byte[] bytes, int index) {
    return Byte.toUnsignedInt(bytes[index]);
  }
}
