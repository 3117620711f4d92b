/** A reporter for Node's test runner: a line of JSON for each test, which tests/unit/conftest.py reads. */

import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";

interface Line {
  readonly file: string;
  readonly name: string;
  /** why it failed, else null */
  readonly failure: string | null;
}

/** An error as Node shows it, without the steps inside of Node. */
const shown = (error: Error): string =>
  inspect(error.cause ?? error)
    .split("\n")
    .filter((line) => !/^ +at .*node:/.test(line))
    .join("\n");

/** Makes what the runner prints. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    const isEnd = type === "test:pass" || type === "test:fail";
    // A suite is no test, and fails by its tests.
    if (!isEnd || data.details.type === "suite") continue;
    const failure = type === "test:fail" ? shown(data.details.error) : null;
    const line: Line = { file: data.file ?? "", name: data.name, failure };
    yield `${JSON.stringify(line)}\n`;
  }
}
