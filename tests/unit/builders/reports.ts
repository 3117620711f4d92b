/** Pages as they are read for a report. */

import type { PageDraft, RawNode, RawPage } from "../../../extension/core/report.ts";
import { draftOf } from "../../../extension/core/report.ts";
import { settingOf } from "../../../extension/core/site.ts";
import { LINKEDIN } from "./site.ts";

export const element = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (RawNode | string)[]
): RawNode => ({ tag, attributes, children });

/** One without anything in it. */
export const rawPage: RawPage = {
  site: LINKEDIN,
  setting: settingOf(LINKEDIN, LINKEDIN.primary),
  path: "",
  lang: "en",
  told: null,
  chosen: null,
  seen: [],
  title: "",
  body: element("body", {}),
};

export const draft = (page: Partial<RawPage> = {}): PageDraft => draftOf({ ...rawPage, ...page });
