/**
 * Which control of a page is a setting's switch: two independent witnesses on one control, and nothing
 * against it. A wrong press is worse than none.
 */

import type { Label, Says, Sought } from "./label-weighing.ts";
import { chooseLabel, isNaming, weighLabel } from "./label-weighing.ts";
import type { Setting, Site } from "./site.ts";

export type Witness = "address" | "key" | "words" | "only";

/** A control of a page, by what its markup says of it. */
export interface Named {
  /** every name that may be a preference key: ids, names, references */
  readonly keys: ReadonlySet<string>;
  /** of the page's frame or of a dialog, never of its settings */
  readonly isOutside: boolean;
  readonly isInMain: boolean;
  /** a button with a pressed state, which need not be a switch */
  readonly isToggleButton: boolean;
}

/** A control that is worth reading its labels. */
export interface Labelled extends Named {
  readonly ownLabels: readonly string[];
  /** texts of its row, where nothing names it by itself */
  readonly rowLabels: readonly string[];
  /** of a form that asks for a password */
  readonly isInSignIn: boolean;
}

/** What else is known of the page. */
export interface PageFacts extends Sought {
  readonly path: string;
  /** its title and first heading */
  readonly titles: readonly string[];
  /** nothing more is to be drawn, as far as one can tell */
  readonly isLoaded: boolean;
}

/** What was found of one control. */
export interface Evidence<Control> {
  readonly control: Control;
  readonly label: string;
  readonly says: Says;
  readonly witnesses: readonly Witness[];
  /** what speaks against it, or "" */
  readonly veto: string;
}

export interface Decision<Control> {
  /** the one control that may be pressed */
  readonly chosen: Evidence<Control> | null;
  readonly candidates: readonly Evidence<Control>[];
}

/** On a page of thousands of switches the first ones, and those with the key, are weighed. */
const MANY = 40;

const hasKey = ({ keys }: Named, setting: Setting): boolean => setting.keys.some((key) => keys.has(key));

/** The key itself, or with a suffix such as "-switch". */
export const isFormOf = (own: string, key: string): boolean =>
  key.startsWith(own) && !/^[A-Za-z0-9]/.test(key.slice(own.length));

const hasForeignKey = ({ keys }: Named, site: Site, setting: Setting): boolean => {
  const foreign = site.settings.flatMap((other) => (other.id === setting.id ? [] : other.keys));
  const shape = new RegExp(site.page.keyShape);
  const isOwn = (key: string) => setting.keys.some((own) => isFormOf(own, key));
  return [...keys].some(
    (key) => !isOwn(key) && (shape.test(key) || foreign.some((other) => isFormOf(other, key))),
  );
};

/** What stands outside is no candidate, but for what carries the key: that has to be explained. */
const isInside = (control: Named, setting: Setting): boolean =>
  !control.isOutside || hasKey(control, setting);

/** The controls whose labels are to be read. */
export const shortlist = <Control extends Named>(
  controls: readonly Control[],
  { setting }: Pick<PageFacts, "setting">,
): Control[] =>
  controls
    .filter((control) => isInside(control, setting))
    .filter((control, index) => index < MANY || hasKey(control, setting));

/** The one switch in the page's main part, where there is just one. */
const onlySwitch = (
  controls: readonly Named[],
  { site, setting, isLoaded }: PageFacts,
): Named | undefined => {
  const inMain = controls.filter((control) => isInside(control, setting) && control.isInMain);
  // "Was this helpful?" is no rival of a switch, but another setting's button is.
  const isSwitch = (control: Named) => !control.isToggleButton || hasForeignKey(control, site, setting);
  const switches = inMain.filter(isSwitch);
  const rivals = switches.length > 0 ? switches : inMain;
  return isLoaded && rivals.length === 1 ? rivals[0] : undefined;
};

const vetoOf = (control: Labelled, { says, isOwn }: Label, { site, setting, path }: PageFacts): string => {
  const isOurs = hasKey(control, setting);
  const isAtSibling =
    !setting.paths.includes(path) && site.settings.some(({ paths }) => paths.includes(path));
  if (hasForeignKey(control, site, setting)) return "another setting's key";
  if (control.isOutside) return "a dialog or the page's frame";
  // In a row, the words may be the description's: not against the key.
  if (says === "opposite" && (isOwn || !isOurs)) return "words that mean the opposite";
  if (says === "other" || (says === "mixed" && !isOurs)) return "words of another setting";
  if (isAtSibling) return "another setting's address";
  if (control.isInSignIn) return "a sign-in form";
  return "";
};

/**
 * Weighs the controls of a page for one setting.
 * @param controls all that were found
 * @param labelled the shortlist of them, labels read
 */
export const match = <Control extends Labelled>(
  controls: readonly Named[],
  labelled: readonly Control[],
  page: PageFacts,
): Decision<Control> => {
  const { setting, path } = page;
  const only = onlySwitch(controls, page);
  const isTitled = () => page.titles.some((title) => isNaming(weighLabel(title, page), page));

  const candidates = labelled.map((control): Evidence<Control> => {
    const label = chooseLabel(control.ownLabels, control.rowLabels, page);
    const { says } = label;
    // The title names the page's switch, but no button that may be there for anything.
    const isNamed = says === "none" && !control.isToggleButton && isTitled();
    const isSpeaking = says === "agrees" || says === "topic" || isNamed;
    const witnesses: Witness[] = [];
    // A dialog lies over the page: the address says nothing of what is in it.
    const isDialog = setting.open !== undefined;
    if (!isDialog && setting.paths.includes(path)) witnesses.push("address");
    if (hasKey(control, setting)) witnesses.push("key");
    // What it is about is enough beside the key: sites reword their labels.
    if (says === "agrees" || (says === "topic" && hasKey(control, setting))) witnesses.push("words");
    if (only === control && (isSpeaking || isDialog)) witnesses.push("only");
    return { control, label: label.label, says, witnesses, veto: vetoOf(control, label, page) };
  });

  /** Points at its control in particular. */
  const isClaimed = ({ witnesses }: Evidence<Control>) =>
    witnesses.includes("key") || witnesses.includes("words");
  const claimed = candidates.filter(isClaimed);
  const [fit, ...rivals] = candidates.filter(({ witnesses, veto }) => veto === "" && witnesses.length >= 2);
  const isAgreed = rivals.length === 0 && claimed.every((evidence) => evidence === fit);
  return { chosen: isAgreed && fit ? fit : null, candidates };
};
