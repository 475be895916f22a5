/** The shape of a Chinese table for another language: strings stay strings and functions keep their parameters; only the wording is free. */
export type Wording<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : T extends readonly string[] ? string[] : { [K in keyof T]: Wording<T[K]> };

/** "1 day", "2 days"; of a number, or of one that is printed already. */
export const plural = (count: number | string, one: string, many: string) => `${count} ${String(count) === "1" ? one : many}`;
