/*
What a team of two does on one site on one day, drawn by chance from a number: the same number is the same work. Where the two do not know of each other they
speak of different things; where one corrects the other, it has seen what the other said: so every order of arrival must end the same.
*/
import { decidingCriteria } from '../src/modules/sites/domain/missions/criteria.ts'

export type Body = 'mines-administration' | 'civil-society'
export type Step =
  | { readonly do: 'open' }
  | { readonly do: 'say'; readonly by: Body; readonly what: 'findings' | 'dissents' | 'signatures' | 'submission'; readonly data: object }
  /** A filled-in form with so many photographs. */
  | { readonly do: 'answers'; readonly by: Body; readonly instance: string; readonly workers: number; readonly photos: number }
  /** All that one knows of the visit, to the other. */
  | { readonly do: 'hand-over'; readonly by: Body }
/** Steps of one list are made in their order; two lists side by side, in any. */
export type Phase = readonly (readonly Step[])[]

/** Chance that can be had again: mulberry32. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const A = 'mines-administration'
const B = 'civil-society'
const ids = decidingCriteria.map((one) => one.id)

export function workload(seed: number): readonly Phase[] {
  const chance = chanceOf(seed * 7919 + 1)
  const below = (most: number): number => Math.floor(chance() * most)
  const answer = (): string => (chance() < 0.3 ? 'violated' : 'met')
  const findings = (by: Body, criteria: readonly string[]): Step => ({
    ...{ do: 'say', by, what: 'findings' },
    data: { by, findings: criteria.map((criterion) => ({ criterion, answer: answer(), narrative: `dit ${below(1000)}` })) },
  })
  const dissent = (by: Body, criterion: string): Step => ({
    ...{ do: 'say', by, what: 'dissents' },
    data: { by, criterion, reason: `vu autrement ${below(1000)}` },
  })
  const answers = (by: Body, name: string): Step => ({
    ...{ do: 'answers', by, instance: `uuid:${name}` },
    workers: 1 + below(200),
    photos: below(3),
  })
  const sign = (body: Body): Step => ({ do: 'say', by: body, what: 'signatures', data: { body } })
  const cut = 1 + below(ids.length - 2)
  const [his, hers] = [ids.slice(0, cut), ids.slice(cut)]
  const any = (of: readonly string[]): string => of[below(of.length)] ?? ''
  return [
    [[{ do: 'open' }, findings(A, ids), findings(A, [any(ids)]), ...(chance() < 0.5 ? [answers(A, 'a1')] : [])]],
    [[{ do: 'hand-over', by: A }]],
    [
      [findings(A, [any(his)]), dissent(A, any(his)), answers(A, 'a2'), findings(A, [any(his)])],
      [findings(B, [any(hers)]), answers(B, 'b1'), findings(B, [any(hers)]), ...(chance() < 0.5 ? [dissent(B, any(hers))] : [])],
    ],
    [[{ do: 'hand-over', by: B }, { do: 'hand-over', by: A }, findings(B, [any(his), any(hers)]), { do: 'hand-over', by: B }]],
    [[sign(A), { do: 'hand-over', by: A }, sign(B), { do: 'hand-over', by: B }]],
    [[{ do: 'say', by: A, what: 'submission', data: {} }]],
  ]
}
