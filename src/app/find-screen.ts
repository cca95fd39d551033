/* Which of some screens an address opens, where there is no router for them: a part that is written out goes before a `$name`. Pure. */
import type { Screen } from './screen.ts'

export interface FoundScreen<One extends Screen> {
  readonly screen: One
  readonly params: { readonly [name: string]: string }
}

export function findScreen<One extends Screen>(screens: readonly One[], path: string): FoundScreen<One> | null {
  const parts = partsOf(path).map(decoded)
  const fitting = screens
    .map((screen) => ({ screen, pattern: partsOf(screen.path) }))
    .filter(({ pattern }) => pattern.length === parts.length && pattern.every((part, at) => isName(part) || part === parts[at]))
    // The one whose first `$name` comes latest.
    .toSorted((a, b) => nameless(b.pattern) - nameless(a.pattern))
  const best = fitting[0]
  if (best === undefined) return null
  return {
    screen: best.screen,
    params: Object.fromEntries(best.pattern.flatMap((part, at) => (isName(part) ? [[part.slice(1), parts[at] ?? '']] : []))),
  }
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')
const isName = (part: string): boolean => part.startsWith('$')
const nameless = (pattern: readonly string[]): number => {
  const first = pattern.findIndex(isName)
  return first === -1 ? Number.POSITIVE_INFINITY : first
}
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
