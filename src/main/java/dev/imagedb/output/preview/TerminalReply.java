package dev.imagedb.output.preview;

import dev.imagedb.photo.Dimensions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a terminal says of itself.
///
/// @param kitty whether it takes pictures by kitty's protocol
/// @param sixel whether it draws sixels
/// @param name its program's name and version; empty where it does not tell
/// @param cell the size of one character in pixels, where it tells
record TerminalReply(boolean kitty, boolean sixel, String name, Optional<Dimensions> cell) {
  /// A terminal that says nothing.
  static final TerminalReply NONE = new TerminalReply(false, false, "", Optional.empty());

  /// Shows kitty's protocol a picture of one pixel, only to ask (a=q); asks for name and version
  /// (XTVERSION), for the size of a character (XTWINOPS 16), and last, since every terminal answers
  /// that, for its device attributes (DA1).
  static final String QUESTION =
      "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\\u001b[>q\u001b[16t\u001b[c";

  private static final Pattern KITTY = Pattern.compile("\u001b_Gi=31;OK\u001b\\\\");
  private static final Pattern NAME = Pattern.compile("\u001bP>\\|([^\u001b]*)\u001b\\\\");
  private static final Pattern CELL = Pattern.compile("\u001b\\[6;(\\d{1,4});(\\d{1,4})t");
  private static final Pattern ATTRIBUTES = Pattern.compile("\u001b\\[\\?[\\d;]*c");

  /// The device attribute of terminals with sixels.
  private static final String SIXEL = "4";

  /// Reads what came back.
  static TerminalReply of(String reply) {
    return new TerminalReply(
        KITTY.matcher(reply).find(), hasSixels(reply), name(reply), cell(reply));
  }

  /// Whether the answer to the last question is there.
  static boolean isWhole(String reply) {
    return ATTRIBUTES.matcher(reply).find();
  }

  /// The first number is no attribute but the class of terminal.
  private static boolean hasSixels(String reply) {
    Matcher attributes = ATTRIBUTES.matcher(reply);
    return attributes.find()
        && List.of(attributes.group().replaceAll("[^\\d;]", "").split(";", -1)).stream()
            .skip(1)
            .anyMatch(SIXEL::equals);
  }

  private static String name(String reply) {
    Matcher name = NAME.matcher(reply);
    return name.find() ? name.group(1) : "";
  }

  private static Optional<Dimensions> cell(String reply) {
    return CELL.matcher(reply)
        .results()
        .map(cell -> List.of(Integer.parseInt(cell.group(2)), Integer.parseInt(cell.group(1))))
        .filter(sides -> !sides.contains(0))
        .map(sides -> new Dimensions(sides.getFirst(), sides.getLast()))
        .findFirst();
  }
}
