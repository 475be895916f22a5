import { Zip, ZipPassThrough } from "fflate";

/** Puts loose files into an archive as they are, so that the parts of a shapefile go on their way together. It is called like the shapefile. */
export async function packFiles(files: readonly File[]): Promise<File> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  for (const file of files) await add(archive, file);
  archive.end();
  const named = files.find(({ name }) => /\.shp$/i.test(name)) ?? files[0];
  return new File(parts, `${(named?.name ?? "files").replace(/\.[^.]*$/, "")}.zip`, { type: "application/zip" });
}

async function add(archive: Zip, file: File): Promise<void> {
  const entry = new ZipPassThrough(file.name);
  archive.add(entry);
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) entry.push(part.value);
  entry.push(new Uint8Array(), true);
}
