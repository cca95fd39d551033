/*
Words of a report that look like the name of a person, for a warning while it is typed. A guess, and only a warning: it refuses nothing, because
a report is always kept; and it knows no list of names.
*/
const TITLES =
  /\b(?:m\.|mr|mme|mlle|monsieur|madame|maître|papa|mama|colonel|major|capitaine|lieutenant|sergent|adjudant|général|commandant)\s+\p{Lu}[\p{L}’'-]+/iu
const PAIR = /(?<![.!?…:\n]\s*)(?<!^)\b\p{Lu}\p{Ll}{2,}\s+\p{Lu}[\p{L}’'-]{2,}/u

/** What looks like a name, or `null`. `known`: words of places and bodies that may stand in capitals. */
export function nameLike(said: string, known: readonly string[] = []): string | null {
  const [found] = TITLES.exec(said) ?? PAIR.exec(said) ?? []
  if (found === undefined) return null
  return known.some((one) => one.toLowerCase().includes(found.toLowerCase())) ? null : found
}
