/* What a telephone carries, over HTTP: how much it would be, and page by page the answers themselves. Both only read. */
import { maybe, parse, record, text } from '../../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Route, canOneOf } from '../../../../platform/http/route.ts'
import { AskPull, PullSize, Pulled } from '../../contract.ts'
import type { PullParts } from './carried.ts'
import { pullPage, sizeOf } from './pack.ts'

/** Who works at sites, and who helps persons: each gets what its own routes answer. */
const CARRIERS = canOneOf('sites.read', 'cases.hold-key', 'cases.signal')
const SizeQuery = record({ missions: maybe(text(2000)), areas: maybe(text(300)) })
const Asked = record({ missions: AskPull.shape.missions, areas: AskPull.shape.areas })
const listIn = (value: string | undefined): readonly string[] => (value ?? '').split(',').filter(Boolean)

export const pullRoutes = (parts: PullParts): readonly Route[] => [
  rawRoute({
    method: 'POST',
    path: '/api/field/pulls',
    allow: CARRIERS,
    summary:
      'What a telephone carries of missions and areas: the answers of the routes themselves, then only what changed since the cursor',
    schemas: { body: AskPull, answer: Pulled },
    answer: async ({ who, now, body }) => {
      const read = parse(AskPull, body)
      if (!read.ok) return badInput(read.faults)
      const { cursor, ...choice } = read.value
      return outcomeReply(await pullPage(parts, { who, now, choice, cursor }))
    },
  }),
  rawRoute({
    method: 'GET',
    path: '/api/field/pulls/size',
    allow: CARRIERS,
    summary: 'How much that would be, and how old the newest of it is',
    schemas: { query: SizeQuery, answer: PullSize },
    answer: async ({ who, now, query }) => {
      const read = parse(SizeQuery, query)
      if (!read.ok) return badInput(read.faults)
      const choice = parse(Asked, { missions: listIn(read.value.missions), areas: listIn(read.value.areas) })
      if (!choice.ok) return badInput(choice.faults)
      return outcomeReply(await sizeOf(parts, { who, now, choice: choice.value }))
    },
  }),
]
