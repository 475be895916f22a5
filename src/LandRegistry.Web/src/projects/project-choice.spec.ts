import { describe, expect, it } from "vitest";
import { matchQuery, poolQuery, readId, readMatch, readPart, readPool } from "./project-choice";

describe("what the project pool is asked for", () => {
  it("is read from the address, and what cannot be understood is left out", () => {
    const choice = readPool({ stage: "talks", kind: "special_bond,luck,low_carbon", rules: "county", sign: "stale", within: "30", find: "减速器" });

    expect(choice).toMatchObject({ list: "pool", stage: "talks", classes: ["special_bond", "low_carbon"], levels: ["county"], staleOnly: true, staleAfter: 30 });
    expect(readPool({ stage: "dreaming", within: "-1", list: "moon" })).toMatchObject({ list: "pool", stage: null, staleAfter: 90 });
  });

  it("is written as the server reads it", () => {
    const query = poolQuery(readPool({ stage: "talks", kind: "special_bond,low_carbon", sign: "stale" }));

    expect(query.toString()).toBe("stage=talks&class=special_bond&class=low_carbon&stale=true&staleAfter=90");
  });

  it("asks for both kinds of site and two missing items unless told otherwise", () => {
    expect(matchQuery(readMatch({})).toString()).toBe("most=2&limit=50");
    expect(matchQuery(readMatch({ section: "floor", most: "0" })).toString()).toBe("most=0&limit=50&kind=floor");
    expect(readMatch({ most: "9" }).most).toBe(2);
  });

  it("opens the card on its needs and takes only ids for ids", () => {
    expect(readPart({ part: "nowhere" })).toBe("needs");
    expect([readId("12"), readId("0"), readId("x"), readId(undefined)]).toEqual([12, null, null, null]);
  });
});
