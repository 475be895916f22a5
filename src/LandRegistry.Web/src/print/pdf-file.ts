import type { SheetText } from "./sheet-pen";

/** A picture as rows of red, green, blue, deflated. */
export interface PageImage {
  width: number;
  height: number;
  deflated: Uint8Array;
}

interface PdfPage {
  /** Millimetres. */
  width: number;
  height: number;
  image: PageImage;
  texts: readonly SheetText[];
  title: string;
}

const POINTS = 72 / 25.4;

/**
 * A PDF of one page (ISO 32000-1): the sheet as a picture, so that it looks the same everywhere, and over it the texts unseen
 * (text rendering mode 3), so that they can be searched, copied and read aloud. The font of unseen letters need not travel along:
 * STSong-Light and its encoding are among those that every reader of Chinese PDF knows (9.7.5.2).
 */
export function pdfOf({ width, height, image, texts, title }: PdfPage): Blob {
  const [w, h] = [width * POINTS, height * POINTS];
  const content = bytesOf([`q ${num(w)} 0 0 ${num(h)} 0 0 cm /Im0 Do Q`, "BT 3 Tr", ...texts.map((text) => showText(text, h)), "ET"].join("\n"));
  const toUnicode = bytesOf(unicodeMap(texts));
  const objects: Uint8Array[][] = [
    [bytesOf("<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>")],
    [bytesOf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")],
    [bytesOf(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${num(w)} ${num(h)}] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> /Font << /F0 6 0 R >> >> >>`)],
    stream("", content),
    stream(`/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode`, image.deflated),
    [bytesOf("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [7 0 R] /ToUnicode 9 0 R >>")],
    [bytesOf("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 8 0 R /DW 1000 >>")],
    [bytesOf("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")],
    stream("", toUnicode),
    [bytesOf(`<< /Title <FEFF${hex(title)}> /Producer (LandRegistry) >>`)],
  ];
  return assemble(objects);
}

/** Objects one after another, with the table that says where each begins. */
function assemble(objects: readonly Uint8Array[][]): Blob {
  const parts: Uint8Array[] = [];
  let at = 0;
  const put = (part: Uint8Array) => {
    parts.push(part);
    at += part.length;
  };
  put(bytesOf("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n"));
  const offsets = objects.map((object, index) => {
    const offset = at;
    put(bytesOf(`${index + 1} 0 obj\n`));
    object.forEach(put);
    put(bytesOf("\nendobj\n"));
    return offset;
  });
  const start = at;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  put(bytesOf(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return new Blob(parts as BlobPart[], { type: "application/pdf" });
}

/** Stretched to the width that the letters have in the picture, so that what is marked lies where it is seen. */
function showText({ text, x, y, size, width }: SheetText, pageHeight: number): string {
  const stretch = (width / (size * [...text].length)) * 100;
  return `/F0 ${num(size * POINTS)} Tf ${num(stretch)} Tz 1 0 0 1 ${num(x * POINTS)} ${num(pageHeight - y * POINTS)} Tm <${hex(text)}> Tj`;
}

function unicodeMap(texts: readonly SheetText[]): string {
  const codes = [...new Set(texts.flatMap(({ text }) => text.split("").map((unit) => hex(unit))))].sort();
  const blocks: string[] = [];
  for (let from = 0; from < codes.length; from += 100) {
    const block = codes.slice(from, from + 100);
    blocks.push(`${block.length} beginbfchar\n${block.map((code) => `<${code}> <${code}>`).join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Texts def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join("\n")}\nendcmap\nend\nend`;
}

function stream(entries: string, data: Uint8Array): Uint8Array[] {
  return [bytesOf(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, bytesOf("\nendstream")];
}

/** UTF-16, high byte first, in hexadecimal. */
function hex(text: string): string {
  return text
    .split("")
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase())
    .join("");
}

/** One byte a character: everything written by this file is Latin-1. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
