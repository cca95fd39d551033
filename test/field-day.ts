/*
Plays a workload on two telephones and a server in a given weather, then lets the sky clear and says what the visit has become: folded from the log, with
what stands on the phones and which photographs are there. Names that are made by chance are replaced by their place, so that two plays can be compared.
*/
import { madeId } from '../src/app/api.ts'
import { looseRecord, mustParse } from '../src/kernel/schema.ts'
import { DocumentRef } from '../src/modules/documents/contract.ts'
import type { StoredEvent } from '../src/platform/log/event.ts'
import { loadSubject } from '../src/platform/log/store.ts'
import { evolveInspection, initialInspection } from '../src/modules/sites/domain/missions/inspection-state.ts'
import { type InspectionEvent, inspectionKinds } from '../src/modules/sites/domain/missions/inspection-words.ts'
import { anyPhoto } from './field-core.ts'
import type { TestPhone } from './field-phone.ts'
import { type Handset, type Storm, calm, handset, stormyWire } from './field-storm.ts'
import { type Body, type Phase, type Step, chanceOf } from './field-workload.ts'
import { newId } from './world/client.ts'

export interface Team {
  readonly site: string
  readonly date: string
  readonly form: { readonly form: string; readonly version: string; readonly sha256: string }
  readonly phones: { readonly [Member in Body]: Pick<TestPhone, 'device' | 'account' | 'key'> }
  /** Cookie of the second member's desk session, for an app that knows no outbox. */
  readonly cookie: string
}
export interface Day {
  readonly team: Team
  readonly phases: readonly Phase[]
  /** The second one's app is one release older: it sends every command to its own route. */
  readonly isOld: boolean
  readonly seed: number
}
const A = 'mines-administration'
const B = 'civil-society'

interface Playing extends Day {
  readonly storm: Storm
  readonly phone: { readonly [Member in Body]: Handset }
  readonly chance: () => number
  inspection: string
  said: number
  readonly photos: string[]
}

export async function play(day: Day, storm: Storm): Promise<unknown> {
  const ofActor = (actor: number): Storm => ({ ...storm, chance: chanceOf(day.seed * 31 + actor) })
  const { phones } = day.team
  const phone = { [A]: handset(ofActor(1), phones[A]), [B]: handset(ofActor(2), phones[B]) }
  const playing: Playing = { ...day, storm: ofActor(3), phone, chance: chanceOf(day.seed * 31 + 4), inspection: '', said: 0, photos: [] }
  for (const phase of day.phases) await Promise.all(phase.map((steps) => playSteps(playing, steps)))
  await clearSky(playing)
  return whatItBecame(playing)
}

async function playSteps(playing: Playing, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await playStep(playing, step)
    const who = 'by' in step ? step.by : A
    if (playing.isOld && who === B) continue
    if (playing.chance() < 0.35) playing.phone[who].syncBeside()
    else if (playing.chance() < 0.15) await playing.phone[who].sync()
  }
}

async function playStep(playing: Playing, step: Step): Promise<void> {
  const { team, inspection } = playing
  if (step.do === 'hand-over') return handOver(playing, step.by)
  if (step.do === 'open') {
    const { site, date, form } = team
    const members = [
      { body: A, attendance: 'required', head: true },
      { body: B, attendance: 'required', head: false },
    ]
    const data = { site, date, onSite: true, members, form }
    playing.inspection = madeId(await playing.phone[A].act(({ phone }) => phone.hand.queue('/api/inspections', data, {})))
    playing.said++
    return
  }
  const path = `/api/inspections/${inspection}/${step.do === 'say' ? step.what : 'answers'}`
  const content = step.do === 'answers' ? Array.from({ length: step.photos }, () => anyPhoto()) : []
  playing.said++
  if (playing.isOld && step.by === B) {
    const files = []
    for (const photo of content) files.push(await sendOldFile(playing, photo))
    return sendOld(playing, path, dataOf(playing, step, files))
  }
  const files = []
  for (const photo of content)
    files.push(await playing.phone[step.by].act(({ phone }) => phone.hand.keepFile(new Blob([photo], { type: 'image/jpeg' }))))
  const data = dataOf(playing, step, files)
  await playing.phone[step.by].act(({ phone }) => phone.hand.queue(path, data, {}))
}

const FileSaid = looseRecord({ file: DocumentRef })
function dataOf(playing: Playing, step: Extract<Step, { by: Body; do: 'say' | 'answers' }>, said: readonly unknown[]): object {
  if (step.do === 'say') return step.data
  const files = said.map((one, at) => ({ name: `p${at}.jpg`, file: mustParse(FileSaid, one).file }))
  playing.photos.push(...files.map((one) => one.file.sha256))
  const { form, version } = playing.team.form
  const body = `<production><workers_men>${step.workers}</workers_men></production>`
  const xml = `<data id="${form}" version="${version}">${body}<meta><instanceID>${step.instance}</instanceID></meta></data>`
  return { by: step.by, form: playing.team.form, instance: step.instance, xml, files }
}

async function handOver(playing: Playing, from: Body): Promise<void> {
  const [giver, taker] = [playing.phone[from], playing.phone[from === A ? B : A]]
  const subject = `inspection:${playing.inspection}`
  // An app without outbox learns of things by the server, and tells it at once.
  if (playing.isOld) {
    if (from === A) await untilTaken(playing, giver)
    return
  }
  const parcels = await giver.act(({ phone }) => phone.outbox.parcelsOf(subject))
  await taker.act(({ phone }) => phone.outbox.takeOver(playing.chance() < 0.3 ? parcels.toReversed() : parcels))
}

const leftOn = (phone: Handset): Promise<string> =>
  phone.act(async (core) => {
    const left = (await core.phone.outbox.items()).filter((item) => item.state !== 'taken')
    return JSON.stringify([core.phone.sync.state(), left.map(({ id, path, state, refusal }) => ({ id, path, state, refusal }))])
  })

async function untilTaken({ storm }: Playing, phone: Handset): Promise<void> {
  for (let round = 0; round < 200; round++) {
    await storm.server.up()
    await phone.sync()
    const items = await phone.act((core) => core.phone.outbox.items())
    if (items.every((one) => one.state === 'taken')) return
    if (round % 10 === 9) await timeGoesBy(storm)
  }
  throw new Error(`a phone that syncs and syncs is not done: ${await leftOn(phone)}`)
}

/** As `src/app/api.ts` of release 0.1.0 sends: the same id until it is answered. */
async function sendOld(playing: Playing, path: string, data: object): Promise<void> {
  const body = JSON.stringify({ id: newId(), happenedAt: new Date().toISOString(), data })
  await old(playing, { path, type: 'application/json', body })
}
const sendOldFile = (playing: Playing, photo: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  old(playing, { path: '/api/files', type: 'image/jpeg', body: photo })

async function old(
  { storm, team }: Playing,
  { path, type, body }: { readonly path: string; readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> },
): Promise<unknown> {
  const weather = {
    get now() {
      return { ...storm.weather.now, appKilled: 0, expired: 0 }
    },
  }
  const wire = stormyWire({ ...storm, weather }, () => undefined)
  for (let turn = 0; turn < 200; turn++) {
    await storm.server.up()
    const headers = { 'content-type': type, cookie: team.cookie }
    const heard = await wire({ method: 'POST', path, headers, body }, new AbortController().signal).catch(() => null)
    if (heard?.status === 200) return heard.body
    if (heard !== null && heard.status < 500) throw new Error(`${path}: ${heard.status} ${JSON.stringify(heard.body)}`)
    await new Promise((done) => setTimeout(done, 2))
  }
  throw new Error(`${path} was never answered`)
}

/** What a dead server had in its hands is free again, and what failed for a moment is tried again. */
async function timeGoesBy({ server }: Storm): Promise<void> {
  await server.sql(`update parcel set claimed_until = null, next_try_at = null where state = 'waiting' and claimed_until is null`)
  await server.with((program) => program.modules.field.desk.sweep())
}

async function clearSky(playing: Playing): Promise<void> {
  const { storm, phone } = playing
  storm.weather.now = calm
  const phones = playing.isOld ? [phone[A]] : [phone[A], phone[B]]
  while (storm.adrift.size > 0) await Promise.all(storm.adrift)
  for (let round = 0; round < 12; round++) {
    await storm.server.up()
    for (const one of phones) await one.sync()
    const left = await Promise.all(
      phones.map((one) =>
        one.act(
          async (core) =>
            (await core.phone.outbox.items()).filter((item) => item.state !== 'taken').length + core.phone.sync.state().unsent,
        ),
      ),
    )
    if (left.every((count) => count === 0)) return
    await timeGoesBy(storm)
  }
}

const isInspectionEvent = (event: { readonly kind: string; readonly payload: unknown }): event is InspectionEvent =>
  event.kind in inspectionKinds

async function whatItBecame({ storm, phone, inspection, photos, said, isOld }: Playing): Promise<unknown> {
  const [events, kept] = await storm.server.with((program) =>
    program.database.read(async (tx) => [
      await loadSubject(tx, program.tenant, `inspection:${inspection}`),
      await program.modules.documents.door.kept(tx, program.tenant, photos),
    ]),
  )
  const state = events.reduce((now, { kind, payload }: StoredEvent) => {
    const event = { kind, payload }
    return isInspectionEvent(event) ? evolveInspection(now, event) : now
  }, initialInspection)
  const shelves = await Promise.all((isOld ? [phone[A]] : [phone[A], phone[B]]).map((one) => one.act((core) => core.phone.outbox.items())))
  const became = {
    phase: state.phase,
    findings: state.findings,
    voices: state.voices,
    late: state.lateFindings,
    dissents: state.dissents.toSorted(),
    signatures: state.signatures.map((one) => one.body).toSorted(),
    result: state.result,
    answers: state.submissions.toSorted((a, b) => (a.instance < b.instance ? -1 : 1)),
    kinds: Object.entries(Object.groupBy(events, (one) => one.kind))
      .map(([kind, all]) => [kind, all?.length])
      .toSorted(),
    // Signing whole makes a second event of the same command.
    commands:
      events.filter((one) => one.kind !== 'inspection.team-signed.v1').length === said ? 'each once' : `${events.length} of ${said}`,
    photos: kept.length === new Set(photos).size ? 'all' : `${kept.length} of ${photos.length}`,
    shelves: shelves.map((items) => [
      ...new Set(
        items.map((item) => `${item.refusal?.code ?? item.state} ${item.photos.sent === item.photos.of ? '' : 'without photos'}`.trim()),
      ),
    ]),
  }
  const names = new Map([...photos.toSorted()].map((sha256) => [sha256, 'photo']))
  return JSON.parse(JSON.stringify(became).replaceAll(/[0-9a-f]{64}/g, (found) => names.get(found) ?? found))
}
