/** Has the browser save what an address answers; nothing of it passes through the page. */
export function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
