package dev.inkling.model.ink;

/// Makes rows of a PNG's samples into luminance.
interface PngShades {
  /// Puts a row's pixels where they belong.
  ///
  /// @param row its samples
  /// @param first pixel that is put
  /// @param end the pixel before which it ends
  /// @param start where the luminance of the row's first pixel would go
  /// @param step from there to the next one's
  void put(byte[] row, int first, int end, float[] luminance, int start, int step);

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
    public void put(byte[] row, int first, int end, float[] luminance, int start, int step) {
      paper.ofBytes(
          row, first * layout.stride(), layout, luminance, start + first * step, step, end - first);
    }
  }

  /// One sample a pixel, whose luminance is looked up.
  record Looked(int depth, float[] shades) implements PngShades {
    @Override
    public void put(byte[] row, int first, int end, float[] luminance, int start, int step) {
      for (int i = first, at = start + first * step; i < end; i++, at += step) {
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
    public void put(byte[] row, int first, int end, float[] luminance, int start, int step) {
      int channels = header.channels();
      boolean isGrey = header.colourType() == PngHeader.GREY_ALPHA;
      float full = light.length - 1;
      for (int i = first, at = start + first * step; i < end; i++, at += step) {
        int one = sample(row, i * channels, header.depth());
        int two = sample(row, i * channels + 1, header.depth());
        int three = isGrey ? 0 : sample(row, i * channels + 2, header.depth());
        float luma = isGrey ? light[one] : Luminance.luma(light[one], light[two], light[three]);
        float opacity = 1;
        if (header.hasAlpha()) {
          opacity = (isGrey ? two : sample(row, i * channels + 3, header.depth())) / full;
        } else if (one == transparent[0] && two == transparent[1] && three == transparent[2]) {
          opacity = 0;
        }
        luminance[at] = paper.overPaper(luma, opacity);
      }
    }
  }

  /// The sample of that number in a row, of which the first lie in the highest bits of a byte.
  private static int sample(byte[] row, int number, int depth) {
    return switch (depth) {
      case Byte.SIZE -> row[number] & 0xFF;
      case Short.SIZE -> ((row[2 * number] & 0xFF) << 8) | (row[2 * number + 1] & 0xFF);
      default -> {
        int bit = number * depth;
        yield (row[bit / 8] >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
      }
    };
  }
}
