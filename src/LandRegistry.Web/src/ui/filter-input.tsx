import { Input } from "antd";
import { useEffect, useState } from "react";

const PAUSE_MILLISECONDS = 400;

interface FilterInputProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  isWide?: boolean;
}

/** A text filter that acts when the typing pauses. */
export function FilterInput({ label, placeholder, value, onChange, isWide = false }: FilterInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => typed.trim() !== value && onChange(typed.trim()), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
    // The handler is made anew with every drawing; only what was typed matters.
  }, [typed, value]);
  return <Input className={isWide ? "filter-input filter-input--wide" : "filter-input"} allowClear value={typed} aria-label={label} placeholder={placeholder} onChange={(event) => setTyped(event.target.value)} />;
}
