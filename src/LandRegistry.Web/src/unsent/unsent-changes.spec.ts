import { describe, expect, it } from "vitest";
import { parseUnsent, UnsentChanges, type Shelf, type UnsentChange } from "./unsent-changes";

function memoryShelf(): Shelf {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

function change(id: string): UnsentChange {
  return {
    id,
    parcelId: 7,
    parcelLabel: "511723001001GB00007",
    fromStatus: "suspected",
    etag: '"p7-v2"',
    command: { kind: "status", body: { to: "investigating", reason: "现场核查", effectiveDate: "2026-01-05" } },
    madeAt: "2026-01-05T08:00:00Z",
    lastProblem: null,
  };
}

describe("unsent changes", () => {
  it("outlive the page", () => {
    const shelf = memoryShelf();
    new UnsentChanges(shelf).keep(change("a"));

    expect(new UnsentChanges(shelf).all()).toEqual([change("a")]);
  });

  it("of two windows do not overwrite each other", () => {
    const shelf = memoryShelf();
    const [one, two] = [new UnsentChanges(shelf), new UnsentChanges(shelf)];

    one.keep(change("a"));
    two.keep(change("b"));
    one.refresh();

    expect(one.all().map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("go only when discarded, each alone", () => {
    const store = new UnsentChanges(memoryShelf());
    store.keep(change("a"));
    store.keep(change("b"));

    store.discard("a");

    expect(store.all().map(({ id }) => id)).toEqual(["b"]);
  });

  it("kept again under the same id replace the earlier attempt", () => {
    const store = new UnsentChanges(memoryShelf());
    store.keep(change("a"));

    store.keep({ ...change("a"), etag: '"p7-v3"' });

    expect(store.all()).toHaveLength(1);
    expect(store.all()[0]?.etag).toBe('"p7-v3"');
  });

  it("stay on screen when the browser refuses to keep them, and say so", () => {
    const full: Shelf = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const store = new UnsentChanges(full);

    store.keep(change("a"));
    store.keep(change("b"));

    expect(store.all()).toHaveLength(2);
    expect(store.isKept()).toBe(false);
  });

  it("tell their listeners", () => {
    const store = new UnsentChanges(memoryShelf());
    let told = 0;
    const stop = store.subscribe(() => (told += 1));

    store.keep(change("a"));
    stop();
    store.discard("a");

    expect(told).toBe(1);
  });

  it("hold facts too, and pass over one whose kind is lost", () => {
    const fact = { ...change("f"), etag: "", command: { kind: "enter-fact", factKind: "delivery", name: { zh: "交地确认", en: "Delivery confirmed" }, body: { onDay: "2026-01-05" } } };
    const text = JSON.stringify([fact, { ...fact, id: "g", command: { kind: "enter-fact", body: {} } }]);

    expect(parseUnsent(text).map(({ id }) => id)).toEqual(["f"]);
  });

  it("that are damaged on the shelf do not take the others with them", () => {
    const text = JSON.stringify([change("a"), { id: "b" }, null, 7]);

    expect(parseUnsent(text).map(({ id }) => id)).toEqual(["a"]);
    expect(parseUnsent("{")).toEqual([]);
    expect(parseUnsent(null)).toEqual([]);
  });
});
