import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { renew } from "./renew";

/** A question whose answers are given by hand, in the order in which it was asked. */
function asked(client: QueryClient, queryKey: string[]) {
  const answers: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(client, { queryKey, queryFn: () => new Promise<string>((resolve) => answers.push(resolve)), staleTime: Infinity });
  observer.subscribe(() => undefined);
  return { answers, data: () => observer.getCurrentResult().data };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("what is renewed", () => {
  it("is asked again once the first answer, which was on its way, is there", async () => {
    const client = new QueryClient();
    const { answers, data } = asked(client, ["presence"]);
    const done = renew(client, ["presence"]);
    answers[0]!("before");
    await settled();
    expect(data()).toBe("before");
    answers[1]!("after");
    await done;

    expect(data()).toBe("after");
  });

  it("is asked again where there are data, and nothing else is", async () => {
    const client = new QueryClient();
    const { answers, data } = asked(client, ["presence"]);
    const other = asked(client, ["zones"]);
    answers[0]!("before");
    await settled();
    const done = renew(client, ["presence"]);
    await settled();
    answers[1]!("after");
    await done;

    expect(data()).toBe("after");
    expect(other.answers).toHaveLength(1);
  });
});
