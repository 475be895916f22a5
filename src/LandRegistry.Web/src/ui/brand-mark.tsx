/** The product's sign, drawn here so that it also shows where the server hands out no files (signed out, offline). */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0f5e63" />
      <path d="M6 10.5 13.5 7l4 2.2v7L10.5 20 6 17Z" fill="#fff" />
      <path d="m19.5 11.5 6.5 2V20l-6.5 5-7-1.5v-2l7-3.5Z" fill="#f0b53c" />
    </svg>
  );
}
