using LandRegistry.Domain.Common;
using LandRegistry.Domain.Imports.Reading;

namespace LandRegistry.Server.Imports.Reading.Layout;

/// <summary>Lays out the parts of a shapefile, or a geodatabase, that lie loose in a folder: as links under our name, the originals stay untouched.</summary>
internal static class LooseParts
{
    /// <summary>The parts of a shapefile that are read.</summary>
    public static IReadOnlyList<string> ShapefileParts { get; } = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>Name of a shapefile in our folder.</summary>
    public const string ShapefileName = "input.shp";

    /// <summary>Most shapefiles that are taken for the layers of one file.</summary>
    public const int MostShapefiles = 100;

    /// <summary>Name of a geodatabase in our folder.</summary>
    public const string GeodatabaseName = "input.gdb";

    /// <summary>The shapefiles or the geodatabase that a folder holds.</summary>
    public static Unpacked InFolder(string path, string folder, List<Text> notes)
    {
        if (File.Exists(Path.Combine(path, "a00000001.gdbtable")))
        {
            return new(SourceFormat.FileGeodatabase, Geodatabase(path, folder));
        }

        var inside = Directory.GetDirectories(path, "*.gdb");
        if (inside is [var one])
        {
            return new(SourceFormat.FileGeodatabase, Geodatabase(one, folder));
        }

        var shapes = Directory.GetFiles(path).Where(file => Path.GetExtension(file).Equals(".shp", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        return shapes.Count switch
        {
            0 => throw new SourceFaultException(SourceFaults.NothingInArchive()),
            1 => Shapefile(shapes[0], folder, notes),
            > MostShapefiles => throw new SourceFaultException(SourceFaults.SeveralInArchive(shapes.Select(file => Path.GetFileName(file)!).Take(5))),
            _ => Shapefiles(shapes, folder, notes),
        };
    }

    /// <summary>The shapefile that a part belongs to.</summary>
    public static Unpacked Shapefile(string part, string folder, List<Text> notes)
    {
        var shape = Path.Combine(folder, ShapefileName);
        Link(part, shape);
        return new(SourceFormat.Shapefile, Complete(shape, null, notes));
    }

    /// <summary>What shapefiles are called as layers of one file: by their names, with their folders where two have the same.</summary>
    public static IReadOnlyList<string> LayerNames(IReadOnlyList<string> paths)
    {
        var stems = paths.Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToList();
        return [.. paths.Select((path, i) => ReadingIssues.Brief(stems.Count(stem => stem == stems[i]) == 1 ? stems[i] : Path.ChangeExtension(path, null)))];
    }

    /// <summary>The folder for several shapefiles, made within ours.</summary>
    public static string LayerFolder(string folder) => Directory.CreateDirectory(Path.Combine(folder, "layers")).FullName;

    /// <summary>Where the shapefile of a number lies in such a folder.</summary>
    public static string LayerPath(string folder, int number) => Path.Combine(folder, FormattableString.Invariant($"input{number}.shp"));

    private static Unpacked Shapefiles(List<string> shapes, string folder, List<Text> notes)
    {
        var (names, to) = (LayerNames([.. shapes.Select(file => Path.GetFileName(file)!)]), LayerFolder(folder));
        for (var i = 0; i < shapes.Count; i++)
        {
            Link(shapes[i], LayerPath(to, i));
            Complete(LayerPath(to, i), names[i], notes);
        }

        return new(SourceFormat.Shapefile, to) { Names = names };
    }

    private static void Link(string part, string to)
    {
        var stem = Path.GetFileNameWithoutExtension(part);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(part))!))
        {
            var extension = Path.GetExtension(file).ToLowerInvariant();
            if (ShapefileParts.Contains(extension) && Path.GetFileNameWithoutExtension(file).Equals(stem, StringComparison.OrdinalIgnoreCase)
                && new FileInfo(file).LinkTarget is null)
            {
                File.CreateSymbolicLink(Path.ChangeExtension(to, extension), Path.GetFullPath(file));
            }
        }
    }

    /// <summary>Says which parts are missing, of which of several shapefiles; refuses where one of them cannot be done without.</summary>
    public static string Complete(string shape, string? name, List<Text> notes)
    {
        var (zh, en) = name is null ? ("", "") : ($"{name}：", $"{name}: ");
        if (!File.Exists(shape))
        {
            throw new SourceFaultException(SourceFaults.ShapefileIncomplete(".shp"));
        }

        if (!File.Exists(Path.ChangeExtension(shape, ".dbf")))
        {
            notes.Add(new($"{zh}缺少 .dbf：只有图形，没有属性。", $"{en}There is no .dbf: shapes without attributes."));
        }

        if (!File.Exists(Path.ChangeExtension(shape, ".shx")))
        {
            notes.Add(new($"{zh}缺少 .shx：已由 .shp 重建索引。", $"{en}There is no .shx: its index was made anew from the .shp."));
        }

        if (!File.Exists(Path.ChangeExtension(shape, ".prj")))
        {
            notes.Add(new($"{zh}缺少 .prj：坐标系须由数值判断并确认。", $"{en}There is no .prj: the coordinate system has to be told from the numbers and confirmed."));
        }

        return shape;
    }

    private static string Geodatabase(string path, string folder)
    {
        var to = Directory.CreateDirectory(Path.Combine(folder, GeodatabaseName)).FullName;
        foreach (var file in Directory.EnumerateFiles(path).Where(file => new FileInfo(file).LinkTarget is null))
        {
            File.CreateSymbolicLink(Path.Combine(to, Path.GetFileName(file)), Path.GetFullPath(file));
        }

        return to;
    }
}
