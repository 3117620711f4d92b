/** Which of a person's events may press something in the page. */

const KEYS = [" ", "Enter"];

/** Whether it is no key held down. */
export const isFirst = (event: Event): boolean => !("repeat" in event && event.repeat === true);

/** Whether it may move a switch: of keys, only those that press. */
export const isPressing = (event: Event): boolean =>
  isFirst(event) && (!("key" in event) || KEYS.includes(String(event.key)));
