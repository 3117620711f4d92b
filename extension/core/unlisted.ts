/**
 * For the default of a switch over a closed set. The compiler holds that nothing gets there; what does all
 * the same, such as a message of another version, does nothing.
 */
export const unlisted = (_value: never): void => undefined;
