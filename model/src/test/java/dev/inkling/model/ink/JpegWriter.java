package dev.inkling.model.ink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// JPEGs of many kinds: Java writes the usual ones, and what it can't write is made of their
/// segments or by hand.
final class JpegWriter {
  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  private JpegWriter() {}

  /// A marker and what follows until the next one.
  ///
  /// @param data with its length, if it has one, and with a scan's pixels
  record Segment(int marker, byte[] data) {}

  static byte[] progressive(BufferedImage image) {
    return file(image, true, 1, 1, 0);
  }

  /// @param across how many times finer than colours light is
  /// @param down the same
  /// @param restart after how many blocks the decoder may begin anew; 0 if it may not
  static byte[] sampled(BufferedImage image, int across, int down, int restart) {
    return file(image, false, across, down, restart);
  }

  private static byte[] file(
      BufferedImage image, boolean progressive, int across, int down, int restart) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(1);
    if (progressive) {
      settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
      Element root = (Element) metadata.getAsTree(FORMAT);
      NodeList components = root.getElementsByTagName("componentSpec");
      for (int i = 0; i < components.getLength(); i++) {
        var component = (Element) components.item(i);
        component.setAttribute("HsamplingFactor", String.valueOf(i == 0 ? across : 1));
        component.setAttribute("VsamplingFactor", String.valueOf(i == 0 ? down : 1));
      }
      if (restart > 0) {
        var interval = new IIOMetadataNode("dri");
        interval.setAttribute("interval", String.valueOf(restart));
        root.getLastChild().insertBefore(interval, root.getLastChild().getFirstChild());
      }
      metadata.setFromTree(FORMAT, root);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static List<Segment> segments(byte[] file) {
    var segments = new ArrayList<Segment>();
    int from = 0;
    for (int i = 2; i <= file.length; i++) {
      boolean isMarker =
          i < file.length - 1
              && (file[i] & 0xFF) == 0xFF
              && (file[i + 1] & 0xFF) >= 0xC0
              && ((file[i + 1] & 0xF8) != 0xD0);
      if (isMarker || i == file.length) {
        var data = new byte[i - from - 2];
        System.arraycopy(file, from + 2, data, 0, data.length);
        segments.add(new Segment(file[from + 1] & 0xFF, data));
        from = i;
      }
    }
    return segments;
  }

  static byte[] file(List<Segment> segments) {
    var file = new ByteArrayOutputStream();
    for (Segment segment : segments) {
      file.write(0xFF);
      file.write(segment.marker);
      file.writeBytes(segment.data);
    }
    return file.toByteArray();
  }

  /// A progressive grey picture whose scans after the first say, in a dozen bytes each, that
  /// nothing changes anywhere.
  static byte[] ofScans(int width, int height, int scans) {
    var segments = new ArrayList<Segment>();
    segments.add(new Segment(0xD8, new byte[0]));
    var quantization = new byte[67];
    Arrays.fill(quantization, (byte) 1);
    quantization[0] = 0;
    quantization[1] = 67;
    quantization[2] = 0;
    segments.add(new Segment(0xDB, quantization));
    segments.add(
        new Segment(0xC2, bytes(0, 11, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0)));
    // One word each: no difference, and no more for the next 2^14 blocks and more.
    segments.add(new Segment(0xC4, table(0x00, 0x00)));
    segments.add(new Segment(0xC4, table(0x10, 0xE0)));
    int blocks = (width + 7) / 8 * ((height + 7) / 8);
    segments.add(new Segment(0xDA, scan(0, 0, "0".repeat(blocks))));
    for (int i = 0; i < scans; i++) {
      String runs = ("0" + "1".repeat(14)).repeat((blocks + 32_766) / 32_767);
      segments.add(new Segment(0xDA, scan(1, 63, runs)));
    }
    segments.add(new Segment(0xD9, new byte[0]));
    return file(segments);
  }

  private static byte[] table(int which, int symbol) {
    var table = new byte[20];
    table[1] = 20;
    table[2] = (byte) which;
    table[3] = 1;
    table[19] = (byte) symbol;
    return table;
  }

  private static byte[] scan(int first, int last, String bits) {
    var scan = new ByteArrayOutputStream();
    scan.writeBytes(bytes(0, 8, 1, 1, 0, first, last, 0));
    for (int i = 0; i < bits.length(); i += 8) {
      String eight =
          (bits.substring(i, Math.min(i + 8, bits.length())) + "1111111").substring(0, 8);
      int value = Integer.parseInt(eight, 2);
      scan.write(value);
      if (value == 0xFF) {
        scan.write(0);
      }
    }
    return scan.toByteArray();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
