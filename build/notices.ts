/** The notices of the libraries that are in the bundles, which their licences ask for. */

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

const noticeOf = (folder: string): string => {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
  if (files.length === 0) throw new Error(`${name}: no licence in node_modules; expected one to ship`);
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version}`, ...texts].join("\n\n");
};

/** Their text, of the libraries that these modules are of. */
export const notices = (modules: readonly string[]): string => {
  const folders = modules.map((id) => FOLDER.exec(id.replaceAll(sep, "/"))?.[0]);
  const libraries = [...new Set(folders.filter((folder) => folder !== undefined))];
  libraries.sort((one, other) => (one < other ? -1 : 1));
  return `${libraries.map(noticeOf).join("\n\n\n")}\n`;
};
