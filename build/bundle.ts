/**
 * Bundles the extension's TypeScript, and makes what else ships of it. Takes a Request as JSON from standard
 * input and answers by a Reply on standard output: build/bundle.py runs it.
 */

import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import type { OutputChunk, Plugin, RolldownOptions } from "rolldown";
import { rolldown } from "rolldown";
import { notices } from "./notices.ts";
import { schemaText } from "./schema.ts";

/** What is asked for. */
interface Request {
  /** the extension's folder, absolute */
  readonly source: string;
  /** source of the modules that lie in no file: #data/<name> → TypeScript */
  readonly data: Readonly<Record<string, string>>;
  /** bundles that do not ship: path → TypeScript, absolute; null: those that do */
  readonly pages: Readonly<Record<string, string>> | null;
  /** codes of regions, each with the file that has it */
  readonly regions: Readonly<Record<string, string>>;
}

/** What was made, by path below the extension's folder, or one line that says why there is nothing. */
type Reply = { readonly files: Readonly<Record<string, string>> } | { readonly error: string };

/** What Rolldown knows of a mistake. */
interface Mistake {
  readonly message: string;
  readonly id?: string;
  readonly loc?: { readonly line: number };
  readonly errors?: readonly Mistake[];
}

type Format = "iife" | "es";

/**
 * What ships. Scripts of a page and of the background are classic ones, whose scope others may share: they
 * keep to a function. Untick's own pages load theirs as modules.
 */
const ENTRIES: Readonly<Record<string, Format>> = {
  "page/shield": "iife",
  "page/engine": "iife",
  "page/guide": "iife",
  "page/report": "iife",
  "background/background": "iife",
  "popup/popup": "es",
  "overview/overview": "es",
  "options/options": "es",
  "receipts/receipts": "es",
  "report/report": "es",
};

/**
 * Of what nearly all is run at once, on every page that it is in: to look through it first, and to compile
 * each function as it is called, takes Chromium longer than to compile all of it at once
 * (v8.dev/blog/explicit-compile-hints).
 */
const EAGER: readonly string[] = ["page/engine", "page/guide"];

/** The name that people know a file by: its path from the project's folder. */
const shownFrom = (project: string, file: string): string => relative(project, file).replaceAll(sep, "/");

/** One line that names file, line and cause; `entry`: of what is bundled. */
const told = (error: Mistake, project: string, entry: string): string => {
  const { id, loc, message } = error.errors?.[0] ?? error;
  // After the first line comes the place, drawn in several lines.
  const cause = message.replace(/^(Error: )?\[\w+\] /, "").split("\n", 1)[0] ?? "";
  const line = loc ? `line ${loc.line}: ` : "";
  return `${shownFrom(project, id ?? entry)}: ${line}${cause.replaceAll(project + sep, "")}`;
};

/** The modules that are rendered, and style sheets as text that can be read in the bundle. */
const rendered = ({ source, data }: Request): Plugin => {
  // They stand in the bundle by the names of their templates, and import what lies beside those.
  const fileOf = (name: string): string => join(source, `${name.replace("#", "")}.ts`);
  const codes = new Map(Object.entries(data).map(([name, code]) => [fileOf(name), code]));
  return {
    name: "rendered",
    resolveId: (name) => (Object.hasOwn(data, name) ? fileOf(name) : null),
    load: (id) => {
      const code = codes.get(id);
      if (code !== undefined) return { code, moduleType: "ts" };
      if (!id.endsWith(".css")) return null;
      const text = readFileSync(id, "utf8").replace(/[\\`]|\$\{/g, "\\$&");
      return { code: `export default \`${text}\`;`, moduleType: "js" };
    },
  };
};

/** Everything in one file, and nothing hidden: names and comments of documentation stay. */
const bundle = async (
  file: string,
  { format, isEager }: { format: Format; isEager: boolean },
  request: Request,
): Promise<OutputChunk> => {
  const project = dirname(request.source);
  const comment =
    `/* ${shownFrom(project, file)} and what it imports. ` +
    "`uv run build` makes the same of them again, byte for byte. */";
  const options: RolldownOptions = {
    cwd: project,
    input: file,
    platform: "browser",
    plugins: [rendered(request)],
    // Names of files stay below the project, also where its node_modules are a link.
    resolve: { symlinks: false },
    // The compiler looks at types; nothing of its settings is needed here.
    tsconfig: false,
    // How long a busy machine took says nothing of the code, and a warning ends the build.
    checks: { circularDependency: true, bundlerTimings: false },
    onLog: (level, log) => {
      if (level === "warn") throw log;
    },
  };
  try {
    const bundling = await rolldown(options);
    const { output } = await bundling.generate({
      format,
      minify: false,
      banner: `${isEager ? "//# allFunctionsCalledOnLoad\n" : ""}"use strict";\n${comment}`,
    });
    await bundling.close();
    if (output.length !== 1) throw new Error(`came to ${output.length} files; expected one`);
    return output[0];
  } catch (error) {
    throw new Error(told(error as Mistake, project, file), { cause: error });
  }
};

/** Refuses a region that no browser could name to people. */
const checkRegions = ({ regions }: Request): void => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const [code, file] of Object.entries(regions))
    if (names.of(code) === undefined)
      throw new Error(`${file}: regions: Intl has no name for '${code}'; expected a code such as CH or EU`);
};

const make = async (request: Request): Promise<Reply> => {
  const { source, pages } = request;
  checkRegions(request);
  const wanted = pages
    ? Object.entries(pages).map(([path, file]) => ({ path, file, format: "es" as const, isEager: false }))
    : Object.entries(ENTRIES).map(([name, format]) => ({
        path: `${name}.js`,
        file: join(source, `${name}.ts`),
        format,
        isEager: EAGER.includes(name),
      }));
  // All come to their end, so that of several mistakes the first is told, and not the fastest.
  const ends = await Promise.allSettled(wanted.map(({ file, ...how }) => bundle(file, how, request)));
  const chunks = ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  const files: Record<string, string> = {};
  for (const [at, { path }] of wanted.entries()) files[path] = `${chunks[at]?.code.trimEnd()}\n`;
  if (!pages) {
    const schemas = await import(pathToFileURL(join(source, "core", "schemas.ts")).href);
    files["receipts/receipt.schema.json"] = schemaText(schemas);
    files["licenses.txt"] = notices(chunks.flatMap(({ moduleIds }) => moduleIds));
  }
  return { files };
};

const asked = (await json(process.stdin)) as Request;
const reply = await make(asked).catch((error: Error): Reply => ({ error: error.message }));
process.stdout.write(JSON.stringify(reply));
