/**
 * Rations a question that is dear on a large page, such as what is drawn at a place: the dearer it was, the
 * longer until it is asked again, so that it takes the same small share of the time on every page.
 */

export interface Ration {
  /** The answer, or null where it is too early to ask again. */
  ask<Answer>(question: () => Answer): Answer | null;
  /** Something has happened that makes the next question worth its price. */
  renew(): void;
}

const SHARE = 1 / 2000; // of the time, that may pass in asking

/** @param least ms between two questions, be they cheap */
export const createRation = (least: number): Ration => {
  let dueAt = Number.NEGATIVE_INFINITY;
  return {
    ask(question) {
      const begun = performance.now();
      if (begun < dueAt) return null;
      const answer = question();
      const ended = performance.now();
      dueAt = ended + Math.max(least, (ended - begun) / SHARE);
      return answer;
    },
    renew() {
      dueAt = Number.NEGATIVE_INFINITY;
    },
  };
};
