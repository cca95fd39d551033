/*
Single texts of a report: one with the telephone numbers that stand in it, a voice note as it was spoken, and erasing one for good. Who opens
any of them is written down beside the report.
*/
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { id, mustParse, parse, record, text } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { EraseText, RevealedText, VoiceId } from '../contract.ts'
import { maskNumbers } from '../domain/telephone.ts'
import { voiceAggregate } from './aggregate.ts'
import type { VoiceDoors } from './doors.ts'
import { type Read, type TextRow, insertReading, listTexts } from './store.ts'
import { seenReport } from './view.ts'

export const readingOf = (
  tx: Tx,
  { tenant }: VoiceDoors,
  { voice, who, now, what }: { readonly voice: string; readonly who: Who; readonly now: string; readonly what: Read },
): Promise<void> =>
  insertReading(tx, tenant, {
    ...{ id: uuidV7(Date.parse(now), randomBytes(10)), report: voice, account: who.account, organisation: who.organisation ?? '' },
    ...{ role: who.roles.join('+'), what, at: now },
  })

/** What the desk wrote itself is shown as it wrote it. */
const OWN: readonly string[] = ['answer', 'note']
export function shownText({ sealing }: VoiceDoors, { kind, sealed }: TextRow): { readonly text: string; readonly hidden: number } {
  if (kind === 'sound') return { text: '–', hidden: 0 }
  const said = sealing.open(sealed)?.slice(0, 8000) || '–'
  if (OWN.includes(kind)) return { text: said, hidden: 0 }
  const { text: shown, found } = maskNumbers(said)
  return { text: shown, hidden: found }
}

const textParams = record({ voice: VoiceId, text: id('voice-text') })
const Sound = record({ mediaType: text(100), data: text(4_000_000) })
export const textRoutes = (doors: VoiceDoors): readonly Route[] => [
  rawRoute({
    ...{ method: 'GET', path: '/api/voices/:voice/texts/:text', allow: can('voices.triage') },
    ...{ schemas: { params: textParams, answer: RevealedText } },
    summary: 'A text with the telephone numbers that stand in it; that you opened it is written down',
    answer: async (incoming) => {
      const found = await opened(doors, incoming, 'number')
      return 'reply' in found ? found.reply : { status: 200, body: { text: found.said.slice(0, 8000) } }
    },
  }),
  rawRoute({
    ...{ method: 'GET', path: '/api/voices/:voice/sounds/:text', allow: can('voices.triage'), schemas: { params: textParams } },
    summary: 'A voice note as it was spoken; that you heard it is written down',
    answer: async (incoming) => {
      const found = await opened(doors, incoming, 'sound')
      if ('reply' in found) return found.reply
      const { mediaType, data } = mustParse(Sound, JSON.parse(found.said))
      return { status: 200, body: Buffer.from(data, 'base64'), contentType: mediaType, headers: { 'content-disposition': 'inline' } }
    },
  }),
  writeRoute({
    ...{ path: '/api/voices/:voice/erasures', allow: can('voices.erase'), params: record({ voice: VoiceId }), body: EraseText },
    summary: 'Erases a text that endangers somebody, for good; that it was erased, by whom and why stays',
    write: ({ data, door, who, params: { voice }, envelope }) =>
      door.execute({
        ...{ aggregate: voiceAggregate, subject: voice, command: { type: 'erase' as const, ...data }, envelope, who },
        context: async (tx) => ({
          maySee: (await seenReport(tx, doors, { who, voice })) !== null,
          hasText: (await listTexts(tx, doors.tenant, voice)).some((one) => one.id === data.text),
        }),
      }),
  }),
]

async function opened(
  doors: VoiceDoors,
  { params: given, who, now }: Incoming,
  what: 'number' | 'sound',
): Promise<{ readonly said: string } | { readonly reply: Reply }> {
  const asked = parse(textParams, given)
  if (!asked.ok) return { reply: badInput(asked.faults) }
  const { voice, text: wanted } = asked.value
  const found = await doors.database.transaction(async (tx): Promise<Outcome<string>> => {
    if ((await seenReport(tx, doors, { who, voice })) === null) return refused('unknown-voice')
    const row = (await listTexts(tx, doors.tenant, voice)).find((one) => one.id === wanted && (one.kind === 'sound') === (what === 'sound'))
    const said = row && doors.sealing.open(row.sealed)
    if (!said) return refused('no-such-voice-text')
    await readingOf(tx, doors, { voice, who, now, what })
    return accepted(said)
  })
  return found.ok ? { said: found.value } : { reply: outcomeReply(found) }
}
