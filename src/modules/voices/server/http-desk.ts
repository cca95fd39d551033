/*
The desk: which reports wait and how long, one report with all that was said, answers, triage, the way to an incident. Who opens one is written
down beside it. A body that a report names finds it in no list, in no count and under no address. What goes on to an incident is what the desk
wrote anew; the words of the reporter stay here.
*/
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId, mustParse, parse, record, text } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../platform/log/receipt.ts'
import { IncidentId } from '../../incidents/contract.ts'
import { OrganisationId } from '../../people/contract.ts'
import { AnswerVoice, NameInVoice, OpenIncident, TriageResult, TriageVoice, VoiceDetail, VoiceId, VoiceList } from '../contract.ts'
import { ANSWER_DAYS, TRIAGE_DAYS } from '../domain/clocks.ts'
import type { DeskCommand } from '../domain/desk.ts'
import { voiceAggregate } from './aggregate.ts'
import { actorsOf } from '../domain/actors.ts'
import { maskNumbers } from '../domain/telephone.ts'
import type { VoiceDoors } from './doors.ts'
import { listDecisions, listReadings, listTexts } from './store.ts'
import { placesIn } from './places.ts'
import { readingOf, shownText, textRoutes } from './http-texts.ts'
import { addText } from './take-in.ts'
import { incidentOf, rowFor, seenReport, seenReports, stateOf } from './view.ts'

const allow = can('voices.triage')
const params = record({ voice: VoiceId })

interface Acting {
  readonly door: Door
  readonly who: Who
  readonly params: { readonly voice: string }
  readonly envelope: CommandEnvelope
}

export const deskRoutes = (doors: VoiceDoors): readonly Route[] => [
  readRoute({
    path: '/api/voices',
    allow,
    summary: 'Reports of people without a name that you may see, oldest first, with clocks; none that names your body',
    answer: VoiceList,
    read: async ({ tx, who }) => {
      const { voices, shortened } = await seenReports(tx, doors, who)
      return accepted({ voices: [...voices], shortened, triageDays: TRIAGE_DAYS, answerDays: ANSWER_DAYS })
    },
  }),
  rawRoute({
    ...{ method: 'GET', path: '/api/voices/:voice', allow, schemas: { params, answer: VoiceDetail } },
    summary: 'One report: what was said, what was decided, who opened it; that you opened it is written down',
    answer: async (incoming) => detail(doors, incoming),
  }),
  rawRoute({
    ...{ method: 'GET', path: '/api/voices/:voice/photos/:sha256', allow },
    summary: 'A photograph of a report, without its hidden data',
    answer: async (incoming) => photo(doors, incoming),
  }),
  ...deskWrites(doors),
  ...textRoutes(doors),
]

const deskWrites = (doors: VoiceDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/voices/:voice/answers', allow, params, body: AnswerVoice },
    summary: 'An answer that the person reads by code',
    write: async ({ data, ...acting }) =>
      withText(doors, acting, { kind: 'answer', text: data.text, command: (words) => ({ type: 'answer', text: words }) }),
  }),
  writeRoute({
    ...{ path: '/api/voices/:voice/names', allow, params, body: NameInVoice },
    summary: 'Further bodies that the report names: they see nothing of it from now on',
    write: ({ data, ...acting }) => execute(doors, acting, { type: 'name', ...data }),
  }),
  writeRoute({
    ...{ path: '/api/voices/:voice/triages', allow, params, body: TriageVoice },
    summary:
      'What becomes of the report: taken up by an incident that is there, unfounded, known, referred, reopened; with a reason for the desk',
    write: ({ data, ...acting }) => triage(doors, acting, data),
  }),
  writeRoute({
    ...{ path: '/api/voices/:voice/incidents', allow, params, body: OpenIncident },
    summary: 'Opens an incident with the words of the desk; who reported and their words are not passed on',
    write: ({ data, ...acting }) => openIncident(doors, acting, data),
  }),
]

const execute = (doors: VoiceDoors, { door, who, params: { voice }, envelope }: Acting, command: DeskCommand): Promise<Outcome<Receipt>> =>
  door.execute({
    aggregate: voiceAggregate,
    subject: voice,
    command,
    envelope,
    who,
    context: async (tx) => ({ maySee: (await seenReport(tx, doors, { who, voice })) !== null }),
  })

/** The words are sealed first, under an id that follows from the command: a repeat finds them there. */
async function withText(
  doors: VoiceDoors,
  acting: Acting,
  said: { readonly kind: 'answer' | 'note'; readonly text: string; readonly command: (id: ReturnType<typeof textId>) => DeskCommand },
): Promise<Outcome<Receipt>> {
  const { who, params: asked, envelope } = acting
  const words = textId(envelope.id)
  const isThere = await doors.database.transaction(async (tx) => {
    if ((await seenReport(tx, doors, { who, voice: asked.voice })) === null) return false
    await addText(tx, doors, { report: asked.voice, kind: said.kind, text: said.text, onDay: doors.clock().slice(0, 10), id: words })
    return true
  })
  return isThere ? execute(doors, acting, said.command(words)) : refused('unknown-voice')
}
const textId = (command: string) => asId('voice-text', command)

function triage(doors: VoiceDoors, acting: Acting, data: TriageVoice): Promise<Outcome<Receipt>> {
  const more = data.result === 'taken-up' ? { incident: data.incident } : {}
  if (data.note === undefined) return execute(doors, acting, { type: 'triage', result: data.result, ...more })
  return withText(doors, acting, {
    kind: 'note',
    text: data.note,
    command: (note) => ({ type: 'triage', result: data.result, note, ...more }),
  })
}

/**
 * Two commands one after the other: the incident under an id that follows from this one, then the triage that points to it. A repeat after a
 * break in between finds the incident there and goes on.
 */
async function openIncident(doors: VoiceDoors, acting: Acting, data: OpenIncident): Promise<Outcome<Receipt>> {
  const { who, params: asked, envelope } = acting
  const row = await doors.database.read((tx) => seenReport(tx, doors, { who, voice: asked.voice }))
  if (row === null) return refused('unknown-voice')
  // Of a settled report nothing is opened: the decision refuses it, or answers a repeat, before there is an incident that nobody asked for.
  if (stateOf(row) !== 'waiting')
    return execute(doors, acting, { type: 'triage', result: 'taken-up', incident: asId('incident', followingId(doors, envelope.id)) })
  // Who copies a number into the file tells everybody of it who spoke.
  if (maskNumbers(data.text).found > 0) return refused('incident-text-has-number')
  const site = data.site ?? row.site
  const area = data.area ?? row.area
  const opened = await doors.dispatch({
    who,
    method: 'POST',
    url: '/api/incidents',
    body: {
      id: followingId(doors, envelope.id),
      data: {
        ...{ source: 'voice', receivedOn: row.receivedOn, category: data.category, account: data.text },
        ...(data.occurredOn ? { occurredOn: data.occurredOn } : {}),
        place: { kind: 'site', ...(site ? { site } : {}), ...(area === null ? {} : { area }), ...(site ? {} : { name: '–' }) },
        actors: actorsOf(row.kinds),
        organisations: [...new Set(row.organisations)],
        confidentiality: 'restricted',
      },
    },
  })
  const made = parse(record({ subject: text() }), pick(opened.body, 'subject'))
  if (!made.ok) return refusalIn(opened)
  const incident = mustParse(IncidentId, made.value.subject.slice(made.value.subject.indexOf(':') + 1))
  return execute(doors, acting, { type: 'triage', result: 'taken-up', incident })
}
const TOLD: readonly string[] = ['report', 'where', 'fact']
const pick = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null && name in body ? { [name]: Reflect.get(body, name) } : null
function refusalIn({ body }: Reply): Outcome<never> {
  const read = parse(record({ refusal: record({ code: text() }) }), {
    refusal: { code: pick(pick(body, 'refusal'), 'refusal') === null ? 'incident-not-opened' : codeIn(body) },
  })
  return refused(read.ok ? read.value.refusal.code : 'incident-not-opened')
}
function codeIn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('refusal' in body)) return null
  const { refusal } = body
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : null
}
const followingId = ({ sealing }: VoiceDoors, command: string): string =>
  uuidV7(
    Number.parseInt(command.replaceAll('-', '').slice(0, 12), 16),
    Buffer.from(sealing.hash('incident', command), 'hex').subarray(0, 10),
  )

async function detail(doors: VoiceDoors, { params: given, who, now }: Incoming): Promise<Reply> {
  const asked = parse(params, given)
  if (!asked.ok) return badInput(asked.faults)
  return outcomeReply(
    await doors.database.transaction(async (tx): Promise<Outcome<unknown>> => {
      const { voice } = asked.value
      const row = await seenReport(tx, doors, { who, voice })
      if (row === null) return refused('unknown-voice')
      await readingOf(tx, doors, { voice, who, now, what: 'report' })
      const texts = await listTexts(tx, doors.tenant, voice)
      const [decisions, readings] = [await listDecisions(tx, doors.tenant, voice), await listReadings(tx, doors.tenant, voice)]
      const ids = [...new Set([...row.organisations, ...decisions.map((one) => one.by), ...readings.map((one) => one.organisation)])]
      const known = await doors.people.organisations(
        tx,
        ids.map((one) => asId('organisation', one)),
        doors.tenant,
      )
      const nameOf = (organisation: string): string => known.find((one) => one.id === organisation)?.name ?? '–'
      return accepted(
        mustParse(VoiceDetail, {
          ...(await rowFor(tx, doors, { who, row })),
          occurredOn: row.occurredOn,
          texts: texts.map((one) => ({
            id: one.id,
            kind: one.kind,
            onDay: one.onDay,
            ...shownText(doors, one),
          })),
          photos: [...row.photos],
          namedOrganisations: [...new Set(row.organisations)].map((one) => ({ id: mustParse(OrganisationId, one), name: nameOf(one) })),
          namedKinds: [...new Set(row.kinds)],
          decisions: decisions.map((one) => ({
            ...{ act: one.act, result: one.act === 'triaged' ? mustParse(TriageResult, one.result) : null, incident: incidentOf(one) },
            ...{ by: nameOf(one.by), at: one.at },
          })),
          readings: readings.map((one) => ({ by: nameOf(one.organisation), role: one.role, at: one.at, what: one.what })),
          places: [
            ...(await placesIn(
              tx,
              doors,
              texts.flatMap((one) => (TOLD.includes(one.kind) ? [doors.sealing.open(one.sealed) ?? ''] : [])),
            )),
          ],
          mayErase: who.capabilities.has('voices.erase'),
        }),
      )
    }),
  )
}

async function photo(doors: VoiceDoors, { params: given, who, now }: Incoming): Promise<Reply> {
  const asked = parse(record({ voice: VoiceId, sha256: text(64) }), given)
  if (!asked.ok) return badInput(asked.faults)
  const { voice, sha256 } = asked.value
  const kept = await doors.database.transaction(async (tx) => {
    const row = await seenReport(tx, doors, { who, voice })
    if (!row?.photos.includes(sha256)) return null
    await readingOf(tx, doors, { voice, who, now, what: 'photo' })
    return doors.documents.received(tx, doors.tenant, sha256)
  })
  if (kept === null) return outcomeReply(refused('no-photo'))
  return { status: 200, body: Buffer.from(kept.content), contentType: kept.mediaType, headers: { 'content-disposition': 'inline' } }
}
