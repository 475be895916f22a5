/** The shape of a Chinese table for another language: strings stay strings and functions keep their parameters; only the wording is free. */
export type Wording<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : T extends readonly string[] ? string[] : { [K in keyof T]: Wording<T[K]> };

/** "1 day", "2 days". */
export const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
