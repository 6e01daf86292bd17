/**
 * Asks until there is an answer: at once, then again after each wait (milliseconds).
 *
 * @returns the first answer, or null when there is none to the end; a question that fails counts as unanswered
 */
export async function firstFound<T>(
  ask: () => Promise<T | null> | null,
  waits: readonly number[],
  wait: (milliseconds: number) => Promise<void> = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
): Promise<T | null> {
  for (const pause of [0, ...waits]) {
    if (pause > 0) {
      await wait(pause);
    }
    try {
      const found = await ask();
      if (found !== null) {
        return found;
      }
    } catch {
      // The next time it may work.
    }
  }
  return null;
}
