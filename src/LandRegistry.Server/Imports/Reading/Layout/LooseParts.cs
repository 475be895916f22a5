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

    /// <summary>Name of a geodatabase in our folder.</summary>
    public const string GeodatabaseName = "input.gdb";

    /// <summary>The shapefile or geodatabase that a folder holds.</summary>
    public static (SourceFormat Format, string Path) InFolder(string path, string folder, List<Text> notes)
    {
        if (File.Exists(Path.Combine(path, "a00000001.gdbtable")))
        {
            return (SourceFormat.FileGeodatabase, Geodatabase(path, folder));
        }

        var inside = Directory.GetDirectories(path, "*.gdb");
        if (inside is [var one])
        {
            return (SourceFormat.FileGeodatabase, Geodatabase(one, folder));
        }

        var shapes = Directory.GetFiles(path).Where(file => Path.GetExtension(file).Equals(".shp", StringComparison.OrdinalIgnoreCase)).ToList();
        return shapes.Count switch
        {
            0 => throw new SourceFaultException(SourceFaults.NothingInArchive()),
            1 => Shapefile(shapes[0], folder, notes),
            _ => throw new SourceFaultException(SourceFaults.SeveralInArchive(shapes.Select(file => Path.GetFileName(file)!).Take(5))),
        };
    }

    /// <summary>The shapefile that a part belongs to.</summary>
    public static (SourceFormat Format, string Path) Shapefile(string part, string folder, List<Text> notes)
    {
        var stem = Path.GetFileNameWithoutExtension(part);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(part))!))
        {
            var extension = Path.GetExtension(file).ToLowerInvariant();
            if (ShapefileParts.Contains(extension) && Path.GetFileNameWithoutExtension(file).Equals(stem, StringComparison.OrdinalIgnoreCase)
                && new FileInfo(file).LinkTarget is null)
            {
                File.CreateSymbolicLink(Path.Combine(folder, "input" + extension), Path.GetFullPath(file));
            }
        }

        return (SourceFormat.Shapefile, Complete(folder, notes));
    }

    /// <summary>Says which parts are missing; refuses where one of them cannot be done without.</summary>
    public static string Complete(string folder, List<Text> notes)
    {
        var shape = Path.Combine(folder, ShapefileName);
        if (!File.Exists(shape))
        {
            throw new SourceFaultException(SourceFaults.ShapefileIncomplete(".shp"));
        }

        if (!File.Exists(Path.ChangeExtension(shape, ".dbf")))
        {
            notes.Add(new("缺少 .dbf：只有图形，没有属性。", "There is no .dbf: shapes without attributes."));
        }

        if (!File.Exists(Path.ChangeExtension(shape, ".shx")))
        {
            notes.Add(new("缺少 .shx：已由 .shp 重建索引。", "There is no .shx: its index was made anew from the .shp."));
        }

        if (!File.Exists(Path.ChangeExtension(shape, ".prj")))
        {
            notes.Add(new("缺少 .prj：坐标系须由数值判断并确认。", "There is no .prj: the coordinate system has to be told from the numbers and confirmed."));
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
