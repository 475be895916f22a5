/** A sentence of the server with the codes of figures (`tax_yuan`) replaced by their names, without the unit. */
export function withNames(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\b[a-z]+(?:_[a-z0-9]+)+\b|\bjobs\b/g, (code) => names[code]?.replace(/\s*[（(].*$/, "") ?? code);
}
