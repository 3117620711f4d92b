/** What labels say in each of the site's languages, and that nothing else is pressed for being alone. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parse } from "smol-toml";
import type { Says } from "../../extension/core/label-weighing.ts";
import { isNaming, stateWord, weighLabel } from "../../extension/core/label-weighing.ts";
import { nameKey } from "../../extension/core/phrase.ts";
import type { Control } from "./builders/controls.ts";
import { AI_KEY, control, decide, page } from "./builders/controls.ts";
import { CHATGPT, LINKEDIN, sought, X } from "./builders/site.ts";

const read = <Table>(path: string): Table =>
  parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Table;
const below = (folder: string): string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(".toml"))
    .map((name) => folder + name);

type Labels = Readonly<Record<"topic" | "opposite" | "apart", readonly string[]>>;

const OWN = read<Record<string, Labels>>("./builders/labels.toml");

const TRANSLATED = read<Record<"x" | "chatgpt", Record<string, string>>>("./builders/translated.toml");

interface Words {
  readonly tag: string;
  readonly on: string;
  readonly off: string;
  readonly inverted: string;
  readonly settings: Readonly<Record<"data-for-ai-improvement", { title: string; label: string }>>;
}

const PAGES = below("../pages/www.linkedin.com/words/").map((path) => read<Words>(path));

/** What the extension itself calls settings, by the language's code. */
const LOCALES = below("../../extension/locales/").map((path) => ({
  lang: path.replace(/^.*\/(.*)\.toml$/, "$1"),
  messages: new Map(Object.entries(read<{ messages: Record<string, string> }>(path).messages)),
}));

const weigh = (label: string, lang: string): Says => weighLabel(label, sought({ lang }), true);
const isTopic = (label: string, lang: string): boolean => ["agrees", "topic"].includes(weigh(label, lang));

/** A page's switches that have nothing for them but the address and what they say. */
const alone = (label: string): Control[] => [
  control({ ownLabels: [label] }),
  control({ rowLabels: [label] }),
  control({ isToggleButton: true, ownLabels: [label] }),
];
const isPressed = (it: Control, lang: string): boolean => decide([it], page({ lang })).chosen?.control === it;

test("the site file knows every language of which there are labels", () => {
  assert.deepEqual(new Set(Object.keys(OWN)), new Set(Object.keys(LINKEDIN.languages)));
});

describe("in each language, by our own labels", () => {
  for (const [lang, { topic, opposite, apart }] of Object.entries(OWN)) {
    test(`${lang}: what speaks of the setting`, () => {
      for (const label of topic) {
        assert.ok(isTopic(label, lang), label);
        for (const it of alone(label)) assert.ok(isPressed(it, lang), label);
      }
    });
    test(`${lang}: what means the reverse`, () => {
      for (const label of opposite) {
        assert.equal(weigh(label, lang), "opposite", label);
        for (const it of alone(label)) assert.ok(!isPressed(it, lang), label);
        const keyed = control({ keys: [AI_KEY], ownLabels: [label] });
        assert.ok(!isPressed(keyed, lang), `${label}, with the key`);
      }
    });
    test(`${lang}: what is about anything else`, () => {
      for (const label of apart) {
        assert.ok(["other", "silent"].includes(weigh(label, lang)), label);
        for (const it of alone(label)) assert.ok(!isPressed(it, lang), label);
      }
    });
  }
});

describe("in each language, on sites whose own words are known in few", () => {
  for (const site of [X, CHATGPT]) {
    for (const [lang, { opposite }] of Object.entries(OWN)) {
      test(`${site.id}, ${lang}: what means the reverse`, () => {
        const [{ keys, paths } = { keys: [], paths: [] }] = site.settings;
        for (const label of opposite) {
          const keyed = control({ keys, ownLabels: [label] });
          const { chosen } = decide([keyed], page({ site, lang, path: paths[0] ?? "" }));
          assert.equal(chosen, null, label);
        }
      });
    }
    for (const [lang, label] of Object.entries(TRANSLATED[site.id as "x" | "chatgpt"])) {
      test(`${site.id}, ${lang}: the setting itself`, () => {
        for (const where of [lang, "en"])
          assert.ok(!["opposite", "other"].includes(weighLabel(label, sought({ site, lang: where }), true)));
      });
    }
  }
});

describe("in each language, by the pages that the tests are run on", () => {
  for (const { tag, on, off, inverted, settings } of PAGES) {
    const { title, label } = settings["data-for-ai-improvement"];
    test(`${tag}: title and label`, () => {
      for (const one of [title, label]) assert.ok(isTopic(one, tag), one);
    });
    test(`${tag}: a switch without a label, by the page's title`, () => {
      const { chosen } = decide([control()], page({ lang: tag, titles: [title] }));
      assert.equal(chosen !== null, isNaming(weigh(title, tag), sought({ lang: tag })));
      assert.equal(decide([control()], page({ lang: tag, titles: ["LinkedIn", ""] })).chosen, null);
    });
    test(`${tag}: the reverse`, () => assert.equal(weigh(inverted, tag), "opposite"));
    test(`${tag}: the state at the end of a row`, () => {
      assert.equal(stateWord(on, { site: LINKEDIN, lang: tag }), "on");
      assert.equal(stateWord(`${title} ${off}`, { site: LINKEDIN, lang: tag }), "off");
    });
  }
});

describe("in each language, by Untick's own words", () => {
  for (const { lang, messages } of LOCALES) {
    test(`${lang}: the setting's name`, () =>
      assert.ok(isTopic(messages.get("setting_ai_training_name") ?? "", lang)));
    test(`${lang}: to turn it off`, () =>
      assert.equal(weigh(messages.get("store_name") ?? "", lang), "opposite"));
    test(`${lang}: other settings`, () => {
      const others = LINKEDIN.settings.map(({ id }) => id).filter((id) => id !== LINKEDIN.primary);
      for (const name of others.map((id) => messages.get(nameKey(id)) ?? "")) {
        for (const it of alone(name)) assert.ok(!isPressed(it, lang), name);
      }
    });
  }
});

test("a question beside a switch that ends in its language's word for no", () => {
  const asked = {
    vi: "Chúng tôi có thể dùng dữ liệu của bạn để huấn luyện các mô hình AI không?",
    th: "เราใช้ข้อมูลของคุณเพื่อฝึกโมเดล AI ได้หรือไม่",
  };
  for (const [lang, text] of Object.entries(asked))
    for (const where of [lang, "en"])
      assert.notEqual(weighLabel(text, sought({ lang: where })), "opposite", `${lang} on a page in ${where}`);
});
