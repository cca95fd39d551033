/*
Text messages and WhatsApp, brought by gateways. One message is one report however often it is brought: by its id for ever, by sender and words
for a day. A sender is a keyed hash that is forgotten then; the number itself lives only sealed in the outbox, and only until its one reply
went out. Facts and questions come by code; a message without a code is a report.
*/
import { randomUUID } from 'node:crypto'
import { anything, count, id, listOf, looseRecord, maybe, parse, record, text } from '../../../kernel/schema.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { codeIn, looksLikeCode, spaced } from '../domain/receipt-code.ts'
import { type Spoken, languageOfMessage, saidToService } from '../domain/speech.ts'
import { withoutSender } from '../domain/telephone.ts'
import { VoiceLanguage } from '../contract.ts'
import { say } from '../page/words.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type VoiceDoors, bodiesOf } from './doors.ts'
import { followedInShort, reportOfCode } from './follow.ts'
import { type Gateway, isSigned } from './gateways.ts'
import {
  type PartRow,
  addToOutbox,
  dropParts,
  eraseSent,
  findArrival,
  forget,
  keepArrival,
  keepPart,
  listOutbox,
  listParts,
  listStaleGroups,
  replaceArrival,
} from './store-arrivals.ts'
import { findReport } from './store.ts'
import { type Sound, addFact, forgetFrom, keepReport, saidNothing } from './take-in.ts'

/** With a voice note of some minutes. */
const MOST_BYTES = 3_000_000
const MOST_SOUND = 2_700_000
const reply = (status: number, body: unknown): Reply => ({ status, body, headers: { 'referrer-policy': 'no-referrer' } })
const refusal = (code: string): Reply => ({ status: 409, body: { refusal: { code, facts: {} } } })

interface Message {
  readonly id: string
  readonly from: string
  readonly text: string
  readonly part?: number | undefined
  readonly parts?: number | undefined
  readonly reference?: string | undefined
  /** A voice note, where the gateway gives what was spoken and not only that it was. */
  readonly sound?: Sound | undefined
}
const SmsIn = looseRecord({
  id: text(200),
  from: text(60),
  /** As it came: the end of a part may be the space between two words. */
  text: anything(),
  part: maybe(count()),
  parts: maybe(count()),
  reference: maybe(text(100)),
})
const WhatsAppIn = looseRecord({
  entry: listOf(
    looseRecord({
      changes: listOf(
        looseRecord({
          value: looseRecord({
            messages: maybe(
              listOf(
                looseRecord({
                  ...{ id: text(300), from: text(60), text: maybe(looseRecord({ body: text(8000) })), type: maybe(anything()) },
                  ...{ audio: maybe(anything()) },
                }),
                200,
              ),
            ),
          }),
        }),
        200,
      ),
    }),
    200,
  ),
})

export const gatewayRoutes = (doors: VoiceDoors): readonly Route[] => {
  const named = (incoming: Incoming): Gateway | null => {
    const { params } = incoming
    const name = typeof params === 'object' && params !== null && 'gateway' in params ? params.gateway : null
    return doors.gateways.find((one) => one.name === name) ?? null
  }
  const path = '/api/voices/gateways/:gateway'
  return [
    rawRoute({
      ...{ method: 'POST', path, allow: anyone, takesBytes: MOST_BYTES },
      summary:
        'A message brought by a gateway, signed by HMAC-SHA256 of the body in `X-Chanzo-Signature` (WhatsApp: `X-Hub-Signature-256`); idempotent',
      answer: async (incoming) => {
        const gateway = named(incoming)
        const body = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
        const signature = incoming.headers[gateway?.kind === 'whatsapp' ? 'x-hub-signature-256' : 'x-chanzo-signature']
        // An unknown name is answered like a wrong signature: it tells no names.
        if (gateway === null || !isSigned(gateway.secret, body, signature)) return refusal('gateway-not-signed')
        return take(doors, gateway, { body, contentType: incoming.headers['content-type'] ?? '', now: incoming.now })
      },
    }),
    rawRoute({
      ...{ method: 'GET', path, allow: anyone },
      summary: 'The question with which Meta checks the address of a WhatsApp webhook',
      answer: (incoming) => Promise.resolve(challenge(named(incoming), incoming.query)),
    }),
    rawRoute({
      ...{ method: 'GET', path: `${path}/outbox`, allow: anyone },
      summary: 'Replies that wait to be sent: `?at=` an instant of the last five minutes, signed as `outbox <name> <at>`',
      answer: async (incoming) => {
        const gateway = named(incoming)
        const asked = parse(looseRecord({ at: text(40) }), incoming.query)
        const at = asked.ok ? asked.value.at : ''
        const isNow = Math.abs(Date.parse(incoming.now) - Date.parse(at)) <= 300_000
        if (gateway === null || !isNow || !isSigned(gateway.secret, `outbox ${gateway.name} ${at}`, incoming.headers['x-chanzo-signature']))
          return refusal('gateway-not-signed')
        const rows = await doors.database.read((tx) => listOutbox(tx, doors.tenant, gateway.name))
        return reply(200, { messages: rows.flatMap((row) => opened(doors, row)) })
      },
    }),
    rawRoute({
      ...{ method: 'POST', path: `${path}/sent`, allow: anyone, takesBytes: 200_000 },
      summary: 'Replies that went out: they are erased, and with them the numbers; signed like a message',
      answer: async (incoming) => {
        const gateway = named(incoming)
        const body = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
        if (gateway === null || !isSigned(gateway.secret, body, incoming.headers['x-chanzo-signature']))
          return refusal('gateway-not-signed')
        const asked = parse(record({ ids: listOf(id('message'), 100) }), jsonOf(body))
        if (!asked.ok) return refusal('message-not-understood')
        return reply(200, { erased: await doors.database.transaction((tx) => eraseSent(tx, doors.tenant, gateway.name, asked.value.ids)) })
      },
    }),
  ]
}

function challenge(gateway: Gateway | null, query: unknown): Reply {
  const asked = parse(looseRecord({ 'hub.mode': text(40), 'hub.verify_token': text(200), 'hub.challenge': text(400) }), query)
  if (!asked.ok || gateway?.verifyToken === undefined || asked.value['hub.verify_token'] !== gateway.verifyToken)
    return refusal('gateway-not-signed')
  return { status: 200, body: asked.value['hub.challenge'].replace(/[^\w.-]/g, ''), contentType: 'text/plain; charset=utf-8' }
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
}
/** Of a WhatsApp message that is no text, the person is asked nothing: it is kept as a report that says so, and a desk sees that it came. */
function messagesIn(gateway: Gateway, body: Uint8Array, contentType: string): readonly Message[] | null {
  if (gateway.kind === 'whatsapp') {
    const read = parse(WhatsAppIn, jsonOf(body))
    if (!read.ok) return null
    return read.value.entry
      .flatMap((entry) => entry.changes.flatMap((change) => change.value.messages ?? []))
      .map((one) => ({
        id: one.id,
        from: one.from,
        ...{ text: one.text?.body ?? `[${typeof one.type === 'string' ? one.type.slice(0, 20) : '?'}]`, sound: soundIn(one.audio) },
      }))
  }
  const input = /form-urlencoded/i.test(contentType) ? formFields(body) : jsonOf(body)
  const read = parse(SmsIn, input)
  return read.ok && typeof read.value.text === 'string' ? [{ ...read.value, text: read.value.text.slice(0, 8000) }] : null
}
/** Meta gives the number of a sound and not the sound; a gateway that fetched it lays it beside, in base64. */
function soundIn(audio: unknown): Sound | undefined {
  const read = parse(looseRecord({ mime_type: maybe(text(100)), data: text(MOST_SOUND) }), audio)
  if (!read.ok || !/^[A-Za-z0-9+/=]+$/.test(read.value.data)) return undefined
  const type = (read.value.mime_type ?? 'audio/ogg').split(';')[0] ?? ''
  return /^audio\/[\w.+-]+$/.test(type) ? { mediaType: type, data: read.value.data } : undefined
}
function formFields(body: Uint8Array): unknown {
  const fields = Object.fromEntries(new URLSearchParams(Buffer.from(body).toString('utf8')))
  const number = (name: string): object => (fields[name] === undefined ? {} : { [name]: Number(fields[name]) })
  return { ...fields, ...number('part'), ...number('parts') }
}

async function take(
  doors: VoiceDoors,
  gateway: Gateway,
  { body, contentType, now }: { readonly body: Uint8Array; readonly contentType: string; readonly now: string },
): Promise<Reply> {
  const messages = messagesIn(gateway, body, contentType)
  if (messages === null) return refusal('message-not-understood')
  await takeStaleParts(doors, gateway, now)
  const replies: { readonly id: string; readonly text: string }[] = []
  for (const message of messages) {
    const said = await takeOne(doors, gateway, { message, now })
    if (said !== null) replies.push({ id: message.id, text: said })
  }
  return reply(200, { received: messages.length, ...(repliesAtOnce(gateway) ? { replies } : {}) })
}
const repliesAtOnce = (gateway: Gateway): boolean => gateway.kind === 'sms' && gateway.replies !== 'outbox'

interface Came {
  readonly message: Message
  readonly now: string
}
/** What is said back; null for a part that waits for the others. */
async function takeOne(doors: VoiceDoors, gateway: Gateway, { message, now }: Came): Promise<string | null> {
  const { parts = 1, part = 1 } = message
  if (parts <= 1) return answerTo(doors, gateway, { message, now })
  const sealed = doors.sealing.seal(JSON.stringify({ id: message.id, from: message.from, text: message.text }))
  const come = await doors.database.transaction(async (tx) => {
    // A part that comes again after the whole was taken gets the answer of the whole: the first may have been lost on its way.
    const before = await findArrival(tx, doors.tenant, [partKey(doors, gateway, message)])
    if (before !== null) return { said: before.reply === null ? null : doors.sealing.open(before.reply), group: null, known: [] }
    const group = await groupOf(tx, doors, { gateway, message })
    return { said: null, group, known: await keepPart(tx, doors.tenant, { group, part, parts, sealed, at: now }) }
  })
  if (come.group === null) return come.said
  return come.known.length < parts ? null : takeWhole(doors, gateway, { group: come.group, now })
}
const partKey = ({ sealing }: VoiceDoors, gateway: Gateway, { id: part, from }: Pick<Message, 'id' | 'from'>): string =>
  `id:${sealing.hash('part', `${gateway.name} ${from} ${part}`)}`
/** Of a gateway that gives no reference two long texts may be under way: a place that another part has taken begins the next group. */
async function groupOf(
  tx: Tx,
  doors: VoiceDoors,
  { gateway, message }: { readonly gateway: Gateway; readonly message: Message },
): Promise<string> {
  const { parts = 1, part = 1, reference = '' } = message
  const named = (turn: number): string =>
    `${gateway.name}:${doors.sealing.hash('parts', `${message.from} ${reference} ${parts}${turn === 0 ? '' : ` ${turn}`}`)}`
  let free: string | null = null
  for (let turn = 0; turn < MOST_UNDER_WAY; turn++) {
    const rows = await listParts(tx, doors.tenant, named(turn))
    const there = rows.find((one) => one.part === part)
    // One that waits for this part, or has it already.
    if (there ? partIn(doors, there)?.id === message.id : rows.length > 0) return named(turn)
    if (rows.length === 0) free ??= named(turn)
  }
  return free ?? named(0)
}
const MOST_UNDER_WAY = 5
/** As it came: a part may be a blank, or end with the space between two words. */
function partIn({ sealing }: VoiceDoors, row: PartRow) {
  const said = parse(looseRecord({ id: text(300), from: text(60), text: anything() }), JSON.parse(sealing.open(row.sealed) ?? 'null'))
  return said.ok ? { id: said.value.id, from: said.value.from, text: String(said.value.text), part: row.part } : null
}

async function takeWhole(
  doors: VoiceDoors,
  gateway: Gateway,
  { group, now }: { readonly group: string; readonly now: string },
): Promise<string | null> {
  const rows = await doors.database.read((tx) => listParts(tx, doors.tenant, group))
  const texts = rows.flatMap((row) => partIn(doors, row) ?? [])
  const [first] = texts
  if (!first) {
    await doors.database.transaction((tx) => dropParts(tx, doors.tenant, group))
    return null
  }
  const isWhole = rows.length === rows[0]?.parts
  const message = {
    id: texts.map((one) => one.id).join('+'),
    from: first.from,
    text: joined(texts.map((one) => one.text)) + (isWhole ? '' : ' […]'),
  }
  const said = await answerTo(doors, gateway, { message, now })
  await doors.database.transaction(async (tx) => {
    for (const one of texts)
      await keepArrival(tx, doors.tenant, {
        ...{ key: partKey(doors, gateway, one), report: null, reply: doors.sealing.seal(said), forgetAt: forgetFrom(now) },
      })
    await dropParts(tx, doors.tenant, group)
  })
  return said
}
/** A part that is full was cut anywhere; a shorter one was cut between two words, and the gateway took the space away. */
const FULL: readonly number[] = [153, 67]
const joined = (texts: readonly string[]): string =>
  texts.reduce((said, one, at) => {
    const before = texts[at - 1]
    const isApart = before === undefined || /\s$/.test(before) || /^\s/.test(one) || FULL.includes(before.length)
    return isApart ? said + one : `${said} ${one}`
  }, '')
const PARTS_WAIT = 15 * 60_000
/** Parts whose others never came are a report as they are: half a text is better than none. */
export async function takeStaleParts(doors: VoiceDoors, gateway: Gateway, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - PARTS_WAIT).toISOString()
  for (const group of await doors.database.read((tx) => listStaleGroups(tx, doors.tenant, { gateway: gateway.name, before })))
    await takeWhole(doors, gateway, { group, now })
  await doors.database.transaction((tx) => forget(tx, doors.tenant, now))
}

async function answerTo(doors: VoiceDoors, gateway: Gateway, came: Came): Promise<string> {
  const said = await saidTo(doors, gateway, came)
  if (!repliesAtOnce(gateway) && said.isNew) {
    const sealed = doors.sealing.seal(JSON.stringify({ to: came.message.from, text: said.text }))
    await doors.database.transaction((tx) =>
      addToOutbox(tx, doors.tenant, { id: randomUUID(), gateway: gateway.name, sealed, at: came.now }),
    )
  }
  return said.text
}
function opened({ sealing }: VoiceDoors, { id: message, sealed }: { readonly id: string; readonly sealed: Buffer }) {
  const read = parse(record({ to: text(60), text: text(8000) }), JSON.parse(sealing.open(sealed) ?? 'null'))
  return read.ok ? [{ id: message, ...read.value }] : []
}

interface Answer {
  readonly text: string
  /** False where the same message came again: its reply went out, or waits. */
  readonly isNew: boolean
}
async function saidTo(doors: VoiceDoors, gateway: Gateway, { message, now }: Came): Promise<Answer> {
  const source = `${gateway.name} ${message.from}`
  const found = codeIn(message.text)
  if (found !== null) {
    const row = await doors.patience.ask(source, now, () => reportOfCode(doors, found.code))
    if (row !== null) {
      const isNew = await isFirstTime(doors, `question ${gateway.name} ${message.id}`)
      const own = row.language === 'en' || row.language === 'sw' || row.language === 'ln' ? row.language : 'fr'
      const facts = withoutSender(found.rest, message.from)
      if (facts === '') return { text: await followedInShort(doors, row, own), isNew }
      await addFact(doors, { report: row.id, text: facts, photos: [] })
      return { text: say(own)('sms.added'), isNew }
    }
  }
  const spoken = languageOfMessage(message.text)
  const language = await languageOf(doors, source, { spoken, now })
  // Said to the service, or a code that is none, alone: nothing that a desk could look into. With words it is kept rather than lost.
  const service = serviceWord(message.text, spoken, found !== null)
  if (service !== null) return { text: say(language)(service), isNew: await isFirstTime(doors, `question ${gateway.name} ${message.id}`) }
  const words = withoutSender(spoken.text, message.from)
  const kept = await keepReport(
    doors,
    {
      ...{ ...saidNothing, channel: gateway.kind, language, text: words.slice(0, 8000), receivedOn: now.slice(0, 10) },
      ...{ isSlow: doors.patience.report(source, now) !== 'at-once', sound: message.sound ?? null },
    },
    { lasting: [`${gateway.name} ${message.id}`], sender: isMute(words) ? [] : [`${source} ${words.replace(/\s+/g, ' ').trim()}`] },
  )
  const t = say(language)
  const warns = doors.alerts.isWarning(words)
  // Also where it came again: what broke between the report and the warning is made good, and a second one is none.
  if (warns) await warnOf(doors, gateway, { report: kept.report, text: words })
  if (warns && kept.code !== null) return { text: t('sms.warned', { code: spaced(kept.code) }), isNew: !kept.isRepeat }
  return { text: kept.code === null ? t('sms.known') : t('sms.received', { code: spaced(kept.code) }), isNew: !kept.isRepeat }
}
async function warnOf(
  doors: VoiceDoors,
  { kind }: Gateway,
  { report, text }: { readonly report: string; readonly text: string },
): Promise<void> {
  const organisations = await doors.database.read(async (tx) => {
    const row = await findReport(tx, doors.tenant, report)
    if (row === null) return []
    const ofKind = (await bodiesOf(doors, tx, doors.tenant)).filter((one) => row.kinds.includes(one.kind))
    return [...new Set([...row.organisations, ...ofKind.map((one) => one.id)])]
  })
  await doors.alerts.raise({ report, text, channel: kind === 'whatsapp' ? 'app' : 'sms', organisations })
}
/** What stands for a message without words: two of one sender are two. */
const isMute = (words: string): boolean => /^\[[\w?]+\]$/.test(words)
function serviceWord(message: string, spoken: Spoken, hasCode: boolean): 'sms.language' | 'sms.hello' | 'sms.stop' | 'sms.wrong' | null {
  if ((hasCode || looksLikeCode(message)) && message.replace(/code/i, '').replace(/[\d\s.:=-]/g, '').length < 4) return 'sms.wrong'
  if (spoken.by === 'said' && spoken.text === '') return 'sms.language'
  const said = saidToService(message)
  return said === null ? null : `sms.${said}`
}
/** By its own first word, which is remembered for the sender as long as a repeat is known; by what is remembered; by the words. */
async function languageOf(
  { database, tenant, sealing }: VoiceDoors,
  source: string,
  { spoken, now }: { readonly spoken: Spoken; readonly now: string },
): Promise<VoiceLanguage> {
  const key = `sender:${sealing.hash('sender', `language ${source}`)}`
  if (spoken.by === 'said') {
    const one = { key, reply: sealing.seal(spoken.language), forgetAt: forgetFrom(now) }
    await database.transaction((tx) => replaceArrival(tx, tenant, one))
    return spoken.language
  }
  const before = await database.read((tx) => findArrival(tx, tenant, [key]))
  const known = parse(VoiceLanguage, before?.reply ? sealing.open(before.reply) : null)
  return known.ok ? known.value : spoken.language
}

function isFirstTime({ database, tenant, sealing }: VoiceDoors, mark: string): Promise<boolean> {
  const key = `id:${sealing.hash('arrival', mark)}`
  return database.transaction(async (tx) => {
    const isKnown = (await findArrival(tx, tenant, [key])) !== null
    if (!isKnown) await keepArrival(tx, tenant, { key, report: null, reply: null, forgetAt: null })
    return !isKnown
  })
}
