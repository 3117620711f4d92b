/**
 * A runner of unit tests for StrykerJS: it loads them once and runs only those that see a mutant, all in its
 * own process. Node's runner would be started anew for every file and every mutant, which takes hours.
 */

import { readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import { join, resolve, sep } from "node:path";
import { mock } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import type { MutantCoverage } from "@stryker-mutator/api/core";
import type { Ignorer } from "@stryker-mutator/api/ignore";
import { declareFactoryPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import type { CompleteDryRunResult, TestResult, TestRunner } from "@stryker-mutator/api/test-runner";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";

/** What the instrumented core looks at: which mutant is on, and where it counts what was run. */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

/** Of a test, as node:test has them. */
interface Options {
  readonly skip?: boolean;
  readonly todo?: boolean;
  readonly expectFailure?: boolean;
}

interface Test {
  readonly id: string;
  readonly fileName: string;
  readonly run: (context: { readonly mock: typeof mock }) => unknown;
}

const FOLDER = join("tests", "unit");
/** A module that the tests get in place of node:test: it keeps them and runs none. */
const COLLECTOR = "untick:collector";
const KEY = "untick.collector";

const shared = globalThis as { __stryker__?: Instruments };
shared.__stryker__ ??= {};
const instruments = shared.__stryker__;

const failure = (error: unknown) => ({ status: TestStatus.Failed, failureMessage: inspect(error) }) as const;

/** A test that passes where the given one fails. */
const failing =
  (run: Test["run"]): Test["run"] =>
  async (context) => {
    try {
      await run(context);
    } catch {
      return;
    }
    throw new Error("expected a failure, and there was none");
  };

/** All tests of the folder, which can be loaded again, with all that they import. */
const createTests = () => {
  const tests = new Map<string, Test>();
  const groups: string[] = [];
  let fileName = "";
  let version = 0;
  const collector = {
    // Options may stand between: of those, what is told of a failure matters here.
    test: (name: string, ...rest: readonly [Test["run"]] | readonly [Options, Test["run"]]) => {
      const id = `${[fileName, ...groups, name].join(" › ")} #${tests.size}`;
      const [options, run] = rest.length === 1 ? [{}, rest[0]] : rest;
      if (options.skip || options.todo) return;
      tests.set(id, { id, fileName, run: options.expectFailure ? failing(run) : run });
    },
    describe: (name: string, collect: () => void) => {
      groups.push(name);
      collect();
      groups.pop();
    },
  };
  Object.assign(globalThis, { [Symbol.for(KEY)]: collector });
  const root = pathToFileURL(process.cwd() + sep).href;
  registerHooks({
    resolve: (name, parent, next) => {
      if (name === "node:test") return { url: COLLECTOR, format: "module", shortCircuit: true };
      const resolved = next(name, parent);
      if (!resolved.url.startsWith(root) || resolved.url.includes("/node_modules/")) return resolved;
      const url = new URL(resolved.url);
      url.searchParams.set("version", String(version));
      return { ...resolved, url: url.href };
    },
    load: (url, parent, next) => {
      if (url !== COLLECTOR) return next(url, parent);
      const source = `export const { test, describe } = globalThis[Symbol.for("${KEY}")];`;
      return { format: "module", source, shortCircuit: true };
    },
  });
  const load = async (): Promise<void> => {
    version += 1;
    tests.clear();
    for (const name of readdirSync(FOLDER).sort((one, other) => (one < other ? -1 : 1))) {
      if (!name.endsWith(".test.ts")) continue;
      fileName = join(FOLDER, name);
      await import(pathToFileURL(fileName).href);
    }
  };
  return { tests, load };
};

/** Runs tests one after another. `isWhole`: go on after the first that fails. */
const runAll = async (tests: readonly Test[], isWhole: boolean): Promise<CompleteDryRunResult> => {
  const results: TestResult[] = [];
  for (const test of tests) {
    const started = performance.now();
    instruments.currentTestId = test.id;
    let end: ReturnType<typeof failure> | { readonly status: TestStatus.Success };
    try {
      await test.run({ mock });
      end = { status: TestStatus.Success };
    } catch (error) {
      end = failure(error);
    }
    mock.reset();
    instruments.currentTestId = undefined;
    const timeSpentMs = performance.now() - started;
    const { id } = test;
    results.push({ id, name: id, fileName: resolve(test.fileName), timeSpentMs, ...end });
    if (end.status === TestStatus.Failed && !isWhole) break;
  }
  return { status: DryRunStatus.Complete, tests: results };
};

const createRunner = (): TestRunner => {
  const { tests, load } = createTests();
  /** ms that a test took when it was last run */
  const took = new Map<string, number>();
  let isLoaded = false;
  const reload = async (): Promise<void> => {
    if (!isLoaded) await load();
    isLoaded = true;
  };
  return {
    capabilities: () => ({ reloadEnvironment: true }),

    dryRun: async () => {
      await reload();
      const ran = await runAll([...tests.values()], true);
      const { mutantCoverage } = instruments;
      return { ...ran, ...(mutantCoverage && { mutantCoverage }) };
    },

    mutantRun: async (options) => {
      const { activeMutant, testFilter, hitLimit } = options;
      instruments.hitCount = 0;
      instruments.hitLimit = hitLimit;
      if (options.reloadEnvironment) isLoaded = false;
      let ran: CompleteDryRunResult;
      try {
        // One that acts while modules are loaded is on from before that.
        if (options.mutantActivation === "static") instruments.activeMutant = activeMutant.id;
        await reload();
        instruments.activeMutant = activeMutant.id;
        const wanted = testFilter?.map((id) => tests.get(id)) ?? [...tests.values()];
        // Most mutants are killed by any test: so those that take long come last.
        const ordered = wanted.filter((test) => test !== undefined);
        ordered.sort((one, other) => (took.get(one.id) ?? 0) - (took.get(other.id) ?? 0));
        ran = await runAll(ordered, options.disableBail);
        for (const { id, timeSpentMs } of ran.tests) took.set(id, timeSpentMs);
      } catch (error) {
        const end = { ...failure(error), id: "load", name: "load", timeSpentMs: 0 };
        ran = { status: DryRunStatus.Complete, tests: [end] };
      }
      instruments.activeMutant = undefined;
      return toMutantRunResult(determineHitLimitReached(instruments.hitCount, hitLimit) ?? ran);
    },
  };
};

/** Texts of the published schema of receipts: that they are the same as ever is a test of the build. */
const descriptions: Ignorer = {
  shouldIgnore: (path) => {
    const { node } = path as { node: { type: string; callee?: { name?: string } } };
    return node.type === "CallExpression" && node.callee?.name === "describe" ? "a description" : undefined;
  },
};

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, "node", createRunner),
  declareValuePlugin(PluginKind.Ignore, "descriptions", descriptions),
];
