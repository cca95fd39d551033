/*
`${name}` becomes the path of that question: absolute, or relative when both stand in the same repeat, so that a pit is compared with itself and
not with its neighbours. A name that nobody or several carry is not a reference.
*/
import { type PlacedNode, flatten } from './nodes.ts'

export const REFERENCE = /\$\{\s*([^}\s]*)\s*\}/g

export type NameIndex = ReadonlyMap<string, readonly PlacedNode[]>

export function indexNames(nodes: readonly PlacedNode[]): NameIndex {
  return Map.groupBy(flatten<PlacedNode>(nodes), (node) => node.name)
}

export interface ReferenceFault {
  readonly code: 'unknown-reference' | 'ambiguous-reference'
  readonly name: string
}

export function referenceFaults(text: string, index: NameIndex): readonly ReferenceFault[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, name = '']) => {
    const found = index.get(name)?.length ?? 0
    if (found === 1) return []
    return [{ code: found === 0 ? ('unknown-reference' as const) : ('ambiguous-reference' as const), name }]
  })
}

/** Whose expression it is; `null` for one that belongs to the whole form. */
export type Speaker = Pick<PlacedNode, 'path' | 'repeats'> | null

export function withPaths(text: string, index: NameIndex, speaker: Speaker): string {
  return text.replaceAll(REFERENCE, (whole, name: string) => {
    const target = index.get(name)?.[0]
    return target === undefined ? whole : ` ${pathFrom(speaker, target)} `
  })
}

/** In a choice filter `.` is the choice, so what is relative starts at the question. */
export function filterWithPaths(text: string, index: NameIndex, speaker: Speaker): string {
  return text.replaceAll(REFERENCE, (whole, name: string) => {
    const target = index.get(name)?.[0]
    if (target === undefined) return whole
    const path = pathFrom(speaker, target)
    return path.startsWith('/') ? ` ${path} ` : ` current()/${path} `
  })
}

function pathFrom(speaker: Speaker, target: PlacedNode): string {
  const shared = speaker === null ? undefined : target.repeats.findLast((repeat) => speaker.repeats.includes(repeat))
  if (speaker === null || shared === undefined) return target.path
  const from = speaker.path.split('/')
  const to = target.path.split('/')
  let same = 0
  // The last step of the target is always written out.
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}
