package org.rolewright.library;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import org.rolewright.library.Asset.Picture;
import org.rolewright.platform.Refusal;

/**
 * Takes a picture by what its bytes are, never by what it is called, and draws it anew: places,
 * names, hidden files and broken parts of the original do not come along.
 */
final class Pictures {
  /** Most pixels; more would take too much memory to draw. */
  private static final long MOST_PIXELS = 24_000_000;

  private static final int LONGEST_SIDE = 8_000;
  private static final float QUALITY = 0.92f;

  private Pictures() {}

  /**
   * A picture that may be kept.
   *
   * @param sent PNG, JPEG, GIF with one frame, or WebP
   * @throws Refusal.BrokenRule for anything else, too large a picture, or one that cannot be read
   */
  static Picture of(byte[] sent) {
    var format = format(sent);
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      var image = read(format, in);
      return format.equals("jpeg") ? jpeg(image) : png(image);
    } catch (IOException | RuntimeException e) {
      if (e instanceof Refusal refusal) throw refusal;
      throw new Refusal.BrokenRule("aPictureCanBeRead");
    }
  }

  private static String format(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "png";
    if (head.startsWith("\u00ff\u00d8\u00ff")) return "jpeg";
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "gif";
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "webp";
    var text = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8);
    if (text.toLowerCase(Locale.ROOT).contains("<svg"))
      throw new Refusal.BrokenRule("aPictureIsNotSvg");
    throw new Refusal.BrokenRule("aPictureIsOfAKnownKind");
  }

  private static BufferedImage read(String format, ImageInputStream in) throws IOException {
    var readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) throw new IOException("no reader for " + format);
    var reader = readers.next();
    try {
      reader.setInput(in, false, true);
      requireSize(reader);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static void requireSize(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
      throw new Refusal.BrokenRule(
          "aPictureIsNotTooLarge", Map.of("width", width, "height", height));
    if (reader.getNumImages(true) > 1) throw new Refusal.BrokenRule("aPictureDoesNotMove");
  }

  private static Picture png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", out)) throw new IOException("cannot be written as PNG");
    return new Picture("image/png", image.getWidth(), image.getHeight(), out.toByteArray());
  }

  private static Picture jpeg(BufferedImage image) throws IOException {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var drawing = plain.createGraphics();
    drawing.drawImage(image, 0, 0, Color.WHITE, null);
    drawing.dispose();
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var target = ImageIO.createImageOutputStream(out)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(target);
      writer.write(null, new IIOImage(plain, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return new Picture("image/jpeg", image.getWidth(), image.getHeight(), out.toByteArray());
  }
}
