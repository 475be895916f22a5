using System.Runtime.InteropServices;

namespace LandRegistry.Server.Platform.Papers;

/// <summary>A place on a drawing in points of 1/72 inch, from its upper left corner, down and to the right.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spot(double X, double Y);

/// <summary>A drawing of lines, areas and words, the later ones over the earlier; nothing lies outside it.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Strokes">What is drawn.</param>
/// <param name="Says">What it shows, for who cannot see it.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Stroke> Strokes, string Says);

/// <summary>Something drawn.</summary>
public abstract record Stroke;

/// <summary>A line, or an area with its holes.</summary>
/// <param name="Rings">Lines, or the rings of an area.</param>
/// <param name="IsArea">Whether it is closed.</param>
/// <param name="Pen">How its edge is drawn; null for none.</param>
/// <param name="Fill">Colour of an area as rrggbb; null for none.</param>
public sealed record PathStroke(IReadOnlyList<IReadOnlyList<Spot>> Rings, bool IsArea, Pen? Pen, string? Fill = null) : Stroke;

/// <summary>A pen.</summary>
/// <param name="Colour">rrggbb.</param>
/// <param name="Width">Points.</param>
/// <param name="IsDashed">Dashes instead of a line.</param>
public sealed record Pen(string Colour, double Width, bool IsDashed = false);

/// <summary>Words on one line.</summary>
/// <param name="At">Middle of the line's height, at its anchor.</param>
/// <param name="Words">What they say.</param>
/// <param name="Size">Points.</param>
/// <param name="Colour">rrggbb.</param>
/// <param name="Anchor">-1 for left, 0 for middle, 1 for right of the words at the place.</param>
/// <param name="IsBold">Bold.</param>
public sealed record WordsStroke(Spot At, string Words, double Size, string Colour, int Anchor = 0, bool IsBold = false) : Stroke;
