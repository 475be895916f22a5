/** A ruler, which the icon set lacks. */
export function RulerSign() {
  return (
    <span className="anticon" aria-hidden="true">
      <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.3">
        <path d="M1.5 11 11 1.5 14.5 5 5 14.5Z M4 8.5l1.6 1.6 M6.3 6.2l2.2 2.2 M8.6 3.9l1.6 1.6" />
      </svg>
    </span>
  );
}
