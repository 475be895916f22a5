/** Puts a text on the clipboard; over plain http the browser offers only the old way. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined && isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (!isDone) throw new Error("The browser lets no page copy");
}
