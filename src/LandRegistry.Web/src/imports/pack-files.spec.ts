import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packFiles } from "./pack-files";

describe("the parts of a shapefile on their way", () => {
  const fileOf = (name: string, size: number) => new File([new Uint8Array(size).map((_, i) => i % 251)], name);

  it("go as one archive that is called like the shapefile and holds them as they are", async () => {
    const files = [fileOf("宗地.dbf", 70_000), fileOf("宗地.shp", 7), fileOf("宗地.prj", 0)];

    const archive = await packFiles(files);

    expect(archive.name).toBe("宗地.zip");
    const unpacked = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    expect(Object.keys(unpacked)).toEqual(["宗地.dbf", "宗地.shp", "宗地.prj"]);
    for (const file of files) expect(unpacked[file.name]).toEqual(new Uint8Array(await file.arrayBuffer()));
  });

  it("are called like the first where none is a shapefile", async () => {
    expect((await packFiles([fileOf("a.b.csv", 1), fileOf("c.csv", 1)])).name).toBe("a.b.zip");
  });
});
