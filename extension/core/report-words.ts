/**
 * Which names of a page's markup may be told: those made of words that every page is built with, or that the
 * site file has. A name that looks like a key may be a person's, too ("maya-ferreira"): no shape tells.
 */

import type { Site } from "./site.ts";

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of interfaces, settings and code, in lower case: a name that is one of them is nobody's. */
const WORDS = list(`
  about accept access account accounts act action actions activity actor ad add address ads advanced
  advertising age ai all allow allowed alert and anonymized app application apps area aria article artificial
  assistant at audience audio auto automatic back badge banner based beta block blocked body bot box button by
  cancel card category cell chat check checkbox checked choice clear click close closed cloud code collapse
  collapsed collect collection column compact company confirm connection consent contact container content
  contents control controls conversation conversations cookie cookies copy core create creation custom dark
  data default delete demographic desc described description desktop details device devices dialog disable
  disabled discover display div do document download drop dropdown edit element email enable enabled engine
  entry error event example expand expanded experience export external face feature features feedback feed
  field fieldset file files filter first fine focus footer for form frame from gender general generate
  generative global group grid have header heading help helper hidden hide history home hook hover html icon
  id ids image images improve improvement in index info inner input inputs insights interaction interactions
  interest interests item items key keys label labelled labels language last layout learn learning left legal
  level light like limit line link links list load loading location locked log login logo main manage map
  marketing me media member members memory menu message messages mini mobile modal mode model models more my
  name native nav navigation network new news next no node none not note notice notification notifications
  object of off ok on only open opt option optional options or other out outer output overlay own page pages
  panel partner partners password personal personalization personalize phone photo picker pill player policy
  popover popup post posts preference preferences pressed preview primary privacy private profile promotions
  prompt prompts provider public quality query question radio read received recommendations region remove
  report request required research reset response results right role root row rows safety sale save search
  secondary section security select selected sell send service services session set setting settings share
  shared sharing show side sidebar sign signed site size slider small social span state states status step
  store sub submit subtitle suggestions summary support switch switches system tab table tabs tag target
  targeted terms test testid text theme third time title to toast toggle toggles tool toolbar tools top track
  tracking train training true tuning type ui unchecked update upload url usage use used user users value
  video view visibility visible voice web widget window with work wrapper write you your
`);

/** HTML's elements; scripts and styles never come here. */
const TAGS = new Set(
  list(`
  a abbr address article aside audio b bdi bdo blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer
  form frame h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark
  menu meta meter nav object ol optgroup option output p picture pre progress q s samp search section select
  slot small source span strong sub summary sup svg table tbody td textarea tfoot th thead time tr track u ul
  var video wbr
`),
);

/** What has a meaning of its own in HTML and ARIA: roles, kinds of input, states. */
const VALUES = new Set(
  list(`
  alert alertdialog application article banner button cell checkbox columnheader combobox complementary
  contentinfo definition dialog document feed figure form grid gridcell group heading img link list listbox
  listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none
  note option presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search
  searchbox separator slider spinbutton status switch tab table tablist tabpanel term textbox timer toolbar
  tooltip tree treegrid treeitem
  color date datetime-local email file hidden image month number password range reset submit tel text time
  url week
  true false mixed undefined page step location both inline horizontal vertical ascending descending polite
  assertive off on auto manual ltr rtl lazy eager async sync yes no open closed 0 -1 1 2 3 4 5 6
`),
);

/** Attributes whose values are of that kind. */
export const STATES = new Set(
  list(`
  role type tabindex dir hidden disabled checked selected open inert readonly required multiple popover
  draggable contenteditable spellcheck translate autofocus aria-atomic aria-autocomplete aria-busy
  aria-checked aria-current aria-disabled aria-expanded aria-haspopup aria-hidden aria-invalid aria-level
  aria-live aria-modal aria-multiline aria-multiselectable aria-orientation aria-pressed aria-readonly
  aria-required aria-selected aria-sort
`),
);

/** Attributes that name elements, or refer to them by name: one name, or several parted by spaces. */
export const NAMES = new Set(
  list("id name for aria-labelledby aria-describedby aria-controls aria-owns aria-details slot part"),
);

/** Attributes that people read. */
export const LABELS = new Set(list("aria-label title"));

const OTHERS = new Set(
  list(`
  href src srcset alt placeholder value action method target rel autocomplete maxlength minlength
  pattern min max step rows cols width height viewbox fill xmlns colspan rowspan datetime label list form lang
  aria-description aria-roledescription aria-valuemin aria-valuemax aria-valuenow aria-valuetext
  aria-placeholder aria-keyshortcuts aria-posinset aria-setsize shadowrootmode
`),
);

/** Whether it is an element that a page may show; a custom one, whatever it is called. */
export const isElement = (tag: string): boolean => TAGS.has(tag) || /^[a-z]+(?:-[a-z]+)+$/.test(tag);

/** Whether it is an attribute that does and loads nothing by itself: of those that reports tell. */
export const isAttribute = (name: string): boolean =>
  [STATES, NAMES, LABELS].some((names) => names.has(name)) ||
  name === "href" ||
  /^(?:data|aria)-[a-z-]{1,40}$/.test(name);

const LONGEST_KEY = 60; // characters: the longest known key has 44
const KEY = /^[A-Za-z]+(?:[-_.:/][A-Za-z]+)*$/;
const PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Whether it has a key's shape: words in camel, kebab or snake case, no digit. It may be a name still. */
export const isKeyShaped = (text: string): boolean => text.length <= LONGEST_KEY && KEY.test(text);

const wordsOf = (text: string): string[] => (text.match(PARTS) ?? []).map((word) => word.toLowerCase());

const segmentsOf = (path: string): string[] => path.split("/").filter(Boolean);

/** The addresses that a site file has. */
const addressesOf = ({ addresses, settings }: Site): string[] => [
  ...[addresses.forms, addresses.lists, addresses.settings, addresses.signIn].flat(),
  ...settings.flatMap(({ paths }) => paths),
];

export interface Vocabulary {
  /** Whether a name can be of nobody: it is made of known words alone. */
  isKey(text: string): boolean;
  isTag(text: string): boolean;
  isState(text: string): boolean;
  /** Whether an attribute's name may be told. */
  isAttribute(name: string): boolean;
  /** A path; what the site file does not know of it is "…". */
  pathOf(path: string): string;
}

/** What may be told of the pages of a site. */
export const vocabularyOf = (site: Site): Vocabulary => {
  const segments = new Set(addressesOf(site).flatMap(segmentsOf));
  const ours = [...site.settings.flatMap(({ keys }) => keys), ...segments, site.page.keyAttribute ?? ""];
  const words = new Set([...WORDS, ...ours.flatMap(wordsOf)]);
  const isKey = (text: string) => isKeyShaped(text) && wordsOf(text).every((word) => words.has(word));
  return {
    isKey,
    isTag: (text) => TAGS.has(text) || (text.includes("-") && isKey(text)),
    isState: (text) => VALUES.has(text),
    isAttribute: (name) =>
      STATES.has(name) ||
      NAMES.has(name) ||
      LABELS.has(name) ||
      OTHERS.has(name) ||
      (/^(?:data|aria)-/.test(name) && isKey(name)),
    pathOf: (path) =>
      `/${segmentsOf(path)
        .map((one) => (segments.has(one) ? one : "…"))
        .join("/")}`,
  };
};
