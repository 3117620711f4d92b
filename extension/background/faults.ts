/** Faults of which nobody is told: whoever looks for one has no other trace of it. */

// biome-ignore lint/suspicious/noConsole: the browser's page of extensions shows it
export const report = (error: unknown): void => console.error(error);
