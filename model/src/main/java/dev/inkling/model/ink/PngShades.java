package dev.inkling.model.ink;

/// Makes rows of a PNG's samples into luminance.
interface PngShades {
  /// Puts a row where it belongs.
  ///
  /// @param row samples from its second byte on
  /// @param pixels how many
  /// @param to where the first one's luminance goes
  /// @param step from there to the next one's
  void put(byte[] row, int pixels, float[] luminance, int to, int step);

  static PngShades of(PngColours colours, Luminance paper) {
    PngHeader header = colours.header();
    if (colours.isPlain()) {
      return new Plain(paper, layout(header));
    }
    return header.channels() == 1
        ? new Looked(header.depth(), colours.shades(paper))
        : new Mixed(header, colours.light(), colours.transparentSamples(), paper);
  }

  private static Luminance.Layout layout(PngHeader header) {
    return switch (header.colourType()) {
      case PngHeader.RGB -> new Luminance.Layout(0, 1, 2, Luminance.Layout.OPAQUE, 3);
      case PngHeader.RGB_ALPHA -> new Luminance.Layout(0, 1, 2, 3, 4);
      case PngHeader.GREY_ALPHA -> new Luminance.Layout(0, 0, 0, 1, 2);
      default -> new Luminance.Layout(0, 0, 0, Luminance.Layout.OPAQUE, 1);
    };
  }

  /// What nearly everybody sends: the bytes are what is shown.
  record Plain(Luminance paper, Luminance.Layout layout) implements PngShades {
    @Override
    public void put(byte[] row, int pixels, float[] luminance, int to, int step) {
      paper.ofBytes(row, 1, layout, luminance, to, step, pixels);
    }
  }

  /// One sample a pixel, whose luminance is looked up.
  record Looked(int depth, float[] shades) implements PngShades {
    @Override
    public void put(byte[] row, int pixels, float[] luminance, int to, int step) {
      for (int i = 0, at = to; i < pixels; i++, at += step) {
        luminance[at] = shades[sample(row, i, depth)];
      }
    }
  }

  /// Several samples a pixel, of one or two bytes each.
  ///
  /// @param light of each sample
  /// @param transparent the samples of the colour that is not there
  record Mixed(PngHeader header, float[] light, int[] transparent, Luminance paper)
      implements PngShades {
    @Override
    public void put(byte[] row, int pixels, float[] luminance, int to, int step) {
      int channels = header.channels();
      boolean isGrey = header.colourType() == PngHeader.GREY_ALPHA;
      float full = light.length - 1;
      for (int i = 0, at = to; i < pixels; i++, at += step) {
        int first = sample(row, i * channels, header.depth());
        int second = sample(row, i * channels + 1, header.depth());
        int third = isGrey ? 0 : sample(row, i * channels + 2, header.depth());
        float luma =
            isGrey ? light[first] : Luminance.luma(light[first], light[second], light[third]);
        float opacity = 1;
        if (header.hasAlpha()) {
          opacity = (isGrey ? second : sample(row, i * channels + 3, header.depth())) / full;
        } else if (first == transparent[0] && second == transparent[1] && third == transparent[2]) {
          opacity = 0;
        }
        luminance[at] = paper.overPaper(luma, opacity);
      }
    }
  }

  /// The sample of that number in a row, of which the first lie in the highest bits of a byte.
  private static int sample(byte[] row, int number, int depth) {
    return switch (depth) {
      case Byte.SIZE -> row[1 + number] & 0xFF;
      case Short.SIZE -> ((row[1 + 2 * number] & 0xFF) << 8) | (row[2 + 2 * number] & 0xFF);
      default -> {
        int bit = number * depth;
        yield (row[1 + bit / 8] >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
      }
    };
  }
}
