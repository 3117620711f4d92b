/** The locale files, as tests need them. */

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { Languages } from "../../../extension/core/language.ts";

type Language = Languages[string];

const FOLDER = new URL("../../../extension/locales/", import.meta.url);

/** What stands above a file's messages, as the build gives it to the scripts. */
const headOf = (code: string): Language => {
  const [head = ""] = readFileSync(new URL(`${code}.toml`, FOLDER), "utf8").split("[messages]");
  const { language, direction, also = [] } = parse(head) as Record<string, unknown> & { language: string };
  return { name: language, direction: direction as Language["direction"], also: also as Language["also"] };
};

/** All languages that Untick speaks, by their codes. */
export const readLanguages = (): Languages => {
  const codes = readdirSync(FOLDER).map((file) => file.replace(/\.toml$/, ""));
  return Object.fromEntries(codes.sort().map((code) => [code, headOf(code)]));
};

/** The English messages by their keys. */
export const readMessages = (): Readonly<Record<string, string>> => {
  const { messages } = parse(readFileSync(new URL("en.toml", FOLDER), "utf8"));
  return messages as Record<string, string>;
};
