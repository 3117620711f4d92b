// What the browsers have and no published types know.

interface Element {
  /** Firefox, in content scripts only: the shadow root, closed ones too. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
