/**
 * What is known of a site: its file in sites/, as the build gives it to the scripts. Facts carry their source
 * there.
 */

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  /** id of the setting that a banner is about where the person has asked for no other */
  readonly primary: string;
  readonly addresses: {
    /** what paths begin with in each form of the site, such as the desktop's and the phone's */
    readonly forms: readonly string[];
    /** path prefixes of pages that only lead to settings */
    readonly lists: readonly string[];
    /** path prefixes of its settings; with "/#…" those drawn over any page, by what follows the "#" */
    readonly settings: readonly string[];
    /** path prefixes of its sign-in pages */
    readonly signIn: readonly string[];
    /** where people object to what no switch covers */
    readonly objection?: string;
  };
  readonly page: {
    /** CSS selector of a settings page's main part */
    readonly main: string;
    /** regular expression of the path of the page's own saves, which are only watched */
    readonly save: string;
    /** where the site's keys are written, besides ids, names and references */
    readonly keyAttribute?: string;
    /** regular expression that the site's keys match */
    readonly keyShape: string;
  };
  readonly settings: readonly Setting[];
}

/** A site with what is told of it to people: only Untick's own pages and the background need that. */
export interface KnownSite extends Site {
  /** whether it is asked for at installation; any other one is when a person turns it on */
  readonly required: boolean;
  /** the day its facts were last checked, YYYY-MM-DD */
  readonly checked: string;
  /** how its primary setting is known */
  readonly grade: Grade;
  /** what the site calls its primary setting, in English; none where that is not known */
  readonly label?: string;
  /** where its primary setting's default applies, by codes of CLDR; none for everywhere, or not known */
  readonly regions?: readonly string[];
  /** messages that are true of its primary setting alone */
  readonly own?: OwnMessages;
  /** the way by hand, and facts, by language; none where `own` says it */
  readonly texts: Readonly<Record<string, Texts>>;
  readonly settings: readonly KnownSetting[];
}

/** A: the site's own text; B: software that drives it; C: one look at it; D: press; I: our conclusion. */
export type Grade = "A" | "B" | "C" | "D" | "I";

/** Keys of messages. */
export interface OwnMessages {
  readonly on: string;
  /** what turning it off does */
  readonly effect: string;
  readonly off: string;
  /** what the proof means */
  readonly verified: string;
  /** which switch to look for */
  readonly unsure: string;
  /** the way by hand */
  readonly absent: string;
  readonly details: readonly { readonly title: string; readonly items: readonly string[] }[];
}

/** A site's own facts in one language. */
export interface Texts {
  /** steps, the last is the act itself */
  readonly way: readonly string[];
  readonly facts: readonly string[];
  /** what each of its forms is for, beside the first */
  readonly forms: readonly string[];
}

/** A site with the words by which its switches are told from others: only pages need them. */
export interface WordedSite extends Site {
  readonly settings: readonly WordedSetting[];
  /** by language, such as en or pt_BR */
  readonly languages: Readonly<Record<string, Language>>;
}

/** One switch of a site. */
export interface Setting {
  /** no other setting of any site has the same */
  readonly id: string;
  /** of the pages that it is on: for each form of the site its own, then what else it may answer at */
  readonly paths: readonly string[];
  /** the site's names for it, in markup */
  readonly keys: readonly string[];
}

export interface KnownSetting extends Setting {
  /** its state where nobody has changed it */
  readonly default: "on" | "off" | "unknown";
  /** the day since when it is so, YYYY-MM-DD */
  readonly since?: string;
}

export interface WordedSetting extends Setting {
  /** by language; none for a setting whose words are not known */
  readonly words?: Readonly<Record<string, Words>>;
  /** hook of the button that opens the dialog which the switch is in, where it is in one */
  readonly open?: string;
}

/**
 * Words, parted by "|": one string a list keeps what pages parse small, and can still be read. One that ends
 * in "*" may go on.
 */
export type WordList = string;

/** What the site calls a setting in one language, and words that tell it from others. */
export interface Words {
  /** its titles and labels; none where the site's own are not known */
  readonly phrases?: WordList;
  /** what it speaks of */
  readonly topic: WordList;
  /** what is done with that */
  readonly act: WordList;
  /** what other settings speak of */
  readonly other?: WordList;
}

/** What labels say in one language, on any site. */
export interface CommonWords {
  /** the language's other codes */
  readonly also?: WordList;
  /** what makes a label mean the reverse */
  readonly opposite: WordList;
  /** what only tells of a setting, such as an e-mail about it */
  readonly notice: WordList;
  /** what is written like an English word that means the reverse, and means something else */
  readonly homograph?: WordList;
}

/** What the site's settings share in one language; `opposite`: also what says so on this site alone. */
export interface Language extends CommonWords {
  /** how a list of settings says that one is on … */
  readonly on?: WordList;
  /** … and off */
  readonly off?: WordList;
}

/** A site's file: of its languages, only what is its own. */
export interface SiteFile extends Omit<WordedSite, "languages"> {
  readonly languages: Readonly<Record<string, Pick<Partial<Language>, "opposite" | "on" | "off">>>;
}

/** A site with what any site has in each language. */
export const withCommonWords = (
  file: SiteFile,
  common: Readonly<Record<string, CommonWords>>,
): WordedSite => ({
  ...file,
  languages: Object.fromEntries(
    Object.entries(common).map(([code, shared]) => {
      const own = file.languages[code];
      const all = own?.opposite ? `${shared.opposite}|${own.opposite}` : shared.opposite;
      return [code, { ...shared, ...own, opposite: all }];
    }),
  ),
});

/** What the addresses begin with at which the engine is needed: settings and sign-in. */
export const entriesOf = ({ origin, addresses }: Site): string[] =>
  [...addresses.settings, ...addresses.signIn].map((prefix) => origin + prefix);

/** Whether an address is one by what follows its "#": a browser starts no script by that. */
export const isOverlay = (address: string): boolean => address.includes("#");

/** Of a page, as `location` has it. */
interface Address {
  readonly pathname: string;
  readonly hash: string;
}

/** Whether an address begins with one of a site's prefixes. */
export const isBelow = (prefixes: readonly string[], { pathname, hash }: Address): boolean =>
  prefixes.some((prefix) => (isOverlay(prefix) ? `/${hash}` : pathname).startsWith(prefix));

/**
 * The path of an address as the site files have it, without a slash at its end: where settings are drawn over
 * any page of the site, that is what follows the "#".
 */
export const pathOf = ({ addresses }: Site, address: Address): string =>
  isBelow(addresses.settings.filter(isOverlay), address)
    ? `/${address.hash}`
    : address.pathname.replace(/\/+$/, "");

/** Whether a request to the site is one by which its page saves a setting, by its path. */
export const isSave = ({ page }: Site, path: string): boolean => new RegExp(page.save).test(path);

/** Whether a path of the site asks for signing in. */
export const isSignIn = ({ addresses }: Site, path: string): boolean =>
  addresses.signIn.some((prefix) => path.startsWith(prefix));

/** The setting of that name. Throws where the site has none. */
export const settingOf = <Kind extends Setting>(
  site: { id: string; settings: readonly Kind[] },
  id: string,
): Kind => {
  const found = site.settings.find((setting) => setting.id === id);
  if (!found) throw new RangeError(`${site.id} has no setting ${id}`);
  return found;
};

/** Whether a path is of a page that no setting can be on by surprise: a list, or another setting's own. */
export const isKnownElse = ({ addresses, settings }: Site, { paths }: Setting, path: string): boolean =>
  !paths.includes(path) &&
  (addresses.forms.includes(`${path}/`) ||
    addresses.lists.some((prefix) => path.startsWith(prefix)) ||
    settings.some((other) => other.paths.includes(path)));

export const isSetting = (sites: readonly Site[], id: unknown): id is string =>
  sites.some(({ settings }) => settings.some((setting) => setting.id === id));

/** The site that has a setting. Throws where none has. */
export const siteOf = <Kind extends Site>(sites: readonly Kind[], id: string): Kind => {
  const found = sites.find(({ settings }) => settings.some((setting) => setting.id === id));
  if (!found) throw new RangeError(`no site has a setting ${id}`);
  return found;
};

/** The setting's page in the form that a path has, such as the one for phones; else the first. */
export const pageOf = ({ addresses, origin }: Site, { paths }: Setting, path: string): string => {
  const form = addresses.forms.find((one) => path.startsWith(one));
  const same = paths.find((one) => form !== undefined && one.startsWith(form));
  return same ?? paths[0] ?? origin;
};
