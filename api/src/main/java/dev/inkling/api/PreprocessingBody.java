package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.inkling.model.ink.Placement;
import dev.inkling.model.ink.Steps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// How a glyph was made of a picture, as `/predict` tells it in JSON. All lengths are in the
/// picture's pixels.
///
/// @param name `normalize` or `resize`
/// @param picture the size of the picture as it was read
/// @param crop the part of it that the glyph was made of
/// @param ink `darker` or `lighter` than the paper
/// @param removed what else was on the picture and was taken off: `frame`, `rulings`, `lines`,
///     `specks`
/// @param pen how wide it was, and what it was redrawn to; left out where it was not looked at
/// @param placement a point at x of the picture lies at x * scale_x + dx of the glyph, y likewise
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PreprocessingBody(
    String name,
    Size picture,
    Steps.Crop crop,
    String ink,
    List<String> removed,
    Optional<Steps.Pen> pen,
    Place placement) {
  /// In pixels.
  public record Size(int width, int height) {}

  /// A [Placement] by the names that JSON has for its numbers.
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Place(double scaleX, double scaleY, double dx, double dy) {}

  static PreprocessingBody of(Steps steps) {
    Placement placement = steps.placement();
    return new PreprocessingBody(
        steps.preprocessing(),
        new Size(steps.width(), steps.height()),
        steps.crop(),
        steps.inkIsDarker() ? "darker" : "lighter",
        steps.removed().stream().map(removal -> removal.name().toLowerCase(Locale.ROOT)).toList(),
        steps.pen(),
        new Place(placement.scaleX(), placement.scaleY(), placement.dx(), placement.dy()));
  }
}
