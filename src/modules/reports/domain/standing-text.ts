/* How a mine stood on the days of its bags, as the frozen text keeps it: codes with a number, `GREEN (6), YELLOW (1)`; words are the reader's. */
export const standingText = (kept: string, wordOf: (code: string) => string): string =>
  kept.replaceAll(
    /([A-Z_]+|\?) \((\d+)\)/g,
    (_whole, code: string, lots: string) => `${wordOf(code === '?' ? 'unknown' : code.toLowerCase())} (${lots})`,
  )
