/**
 * Rations a question that is dear on a large page, such as what is drawn at a place: the dearer it was, the
 * longer until it is asked again, within bounds.
 */

export interface Ration {
  /** The answer, or null where it is too early to ask again. */
  ask<Answer>(question: () => Answer): Answer | null;
  /** Something has happened that makes the next question worth its price. */
  renew(): void;
}

const SHARE = 1 / 2000; // of the time, that may pass in asking
const MOST = 4000; // ms between two questions: a busy machine makes any of them look dear

/**
 * @param least ms between two questions, be they cheap
 * @param now the tick
 */
export const createRation = (least: number, now: () => number): Ration => {
  let dueAt = Number.NEGATIVE_INFINITY;
  return {
    ask(question) {
      const begun = now();
      if (begun < dueAt) return null;
      const answer = question();
      const ended = now();
      dueAt = ended + Math.min(MOST, Math.max(least, (ended - begun) / SHARE));
      return answer;
    },
    renew() {
      dueAt = Number.NEGATIVE_INFINITY;
    },
  };
};
