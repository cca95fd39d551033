/*
The one way a report comes in, whatever brought it: known before or not, which bodies it names, sealed, a code drawn, all in one transaction. It is
never refused. The same report that comes again gets the same code while the answer is remembered, and is never a second report.
*/
import { randomUUID } from 'node:crypto'
import { addDays } from '../../../kernel/calendar.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { VoiceChannel, VoiceLanguage } from '../contract.ts'
import { firstDeskOf, kindsCalledIn, organisationsIn } from '../domain/conflict.ts'
import { type VoiceDoors, bodiesOf } from './doors.ts'
import { type NewText, addNamed, addPhotos, findReport, insertReport, insertText } from './store.ts'
import { findArrival, forget, keepArrival, lockArrival } from './store-arrivals.ts'

export interface Said {
  readonly channel: VoiceChannel
  readonly language: VoiceLanguage
  readonly receivedOn: string
  readonly isSlow: boolean
  readonly text: string
  readonly where: string
  readonly when: string
  readonly who: string
  readonly categories: readonly string[]
  readonly occurredOn: string | null
  readonly site: string | null
  readonly area: string | null
  readonly kinds: readonly string[]
  readonly photos: readonly string[]
  readonly typedBy: string | null
  readonly sound: Sound | null
}
/** In base64. */
export interface Sound {
  readonly mediaType: string
  readonly data: string
}
export const saidNothing = {
  ...{ isSlow: false, where: '', when: '', who: '', categories: [], occurredOn: null, site: null, area: null },
  ...{ kinds: [], photos: [], typedBy: null, sound: null },
} as const

/** By which marks the same report is known again. `sender:` ones are forgotten after the window. */
export interface Marks {
  readonly lasting: readonly string[]
  readonly sender: readonly string[]
}
export interface Kept {
  readonly report: string
  /** Null where it came again so late that its code is no longer remembered. */
  readonly code: string | null
  readonly isRepeat: boolean
}
/**
 * How long a repeat gets its code again, and a sender's hash is kept: to the end of the next day (D). A midnight and not an instant, because
 * from an instant with the number of a report one reads when somebody was on the network.
 */
export const forgetFrom = (now: string): string => `${addDays(now.slice(0, 10), 2)}T00:00:00.000Z`

export async function keepReport(doors: VoiceDoors, said: Said, marks: Marks): Promise<Kept> {
  const { tenant, sealing, clock } = doors
  const now = clock()
  const keys = [
    ...marks.lasting.map((mark) => `id:${sealing.hash('arrival', mark)}`),
    ...marks.sender.map((mark) => `sender:${sealing.hash('sender', mark)}`),
  ]
  return doors.database.transaction(async (tx) => {
    for (const key of keys.toSorted()) await lockArrival(tx, tenant, key)
    await forget(tx, tenant, now)
    const before = await findArrival(tx, tenant, keys)
    if (before?.report) {
      const code = before.reply === null ? null : sealing.open(before.reply)
      // A second id of the same words is remembered too; after the window nothing of the sender is.
      const known = before.reply === null ? keys.filter((key) => !key.startsWith('sender:')) : keys
      await remember(tx, doors, { keys: known, report: before.report, reply: before.reply })
      return { report: before.report, code, isRepeat: true }
    }
    const [report, code] = [randomUUID(), sealing.newCode()]
    await insertSaid(tx, doors, { report, code, said })
    await remember(tx, doors, { keys, report, reply: sealing.seal(code) })
    return { report, code, isRepeat: false }
  })
}

async function remember(
  tx: Tx,
  { tenant, clock }: VoiceDoors,
  { keys, report, reply }: { readonly keys: readonly string[]; readonly report: string; readonly reply: Buffer | null },
): Promise<void> {
  const forgetAt = forgetFrom(clock())
  for (const key of keys) await keepArrival(tx, tenant, { key, report, reply, forgetAt })
}

async function insertSaid(
  tx: Tx,
  doors: VoiceDoors,
  { report, code, said }: { readonly report: string; readonly code: string; readonly said: Said },
): Promise<void> {
  const { tenant, sealing } = doors
  const area = await areaOf(tx, doors, said)
  const named = await namedIn(tx, doors, { texts: [said.text, said.who, said.where], kinds: said.kinds, area })
  await insertReport(tx, tenant, {
    ...{ id: report, channel: said.channel, language: said.language, receivedOn: said.receivedOn, isSlow: said.isSlow },
    ...{ codeHash: sealing.hash('code', code), categories: said.categories, occurredOn: said.occurredOn, site: said.site, area },
    ...{ organisations: named.organisations, kinds: named.kinds, photos: said.photos, typedBy: said.typedBy },
    firstDesk: named.firstDesk,
  })
  for (const kind of ['report', 'where', 'when', 'who'] as const) {
    const text = kind === 'report' ? said.text : said[kind]
    if (text.trim() !== '') await addText(tx, doors, { report, kind, text, onDay: said.receivedOn })
  }
  if (said.sound !== null) await addText(tx, doors, { report, kind: 'sound', text: JSON.stringify(said.sound), onDay: said.receivedOn })
}

export function addText(
  tx: Tx,
  { tenant, sealing }: Pick<VoiceDoors, 'tenant' | 'sealing'>,
  {
    report,
    kind,
    text,
    onDay,
    id = randomUUID(),
  }: {
    readonly report: string
    readonly kind: NewText['kind']
    readonly text: string
    readonly onDay: string
    readonly id?: string
  },
): Promise<void> {
  return insertText(tx, tenant, { id, report, kind, onDay, sealed: sealing.seal(text) })
}

/**
 * Where it lies: the area or the site that was chosen, else a territoire or province whose name was written alone. A code that is on no map is
 * no place: it would hide the report from every desk of a province and open it to bodies of a kind that it names.
 */
async function areaOf(tx: Tx, { places, sites, tenant }: VoiceDoors, said: Said): Promise<string | null> {
  if (said.area !== null) {
    const areas = [...(await places.listAreas(tx, 'territoire', tenant)), ...(await places.listAreas(tx, 'province', tenant))]
    if (areas.some((one) => one.code === said.area)) return said.area
  }
  if (said.site !== null) {
    const [site] = await sites.briefs(tx, [asId('site', said.site)], tenant)
    return site?.territoireCode ?? site?.provinceCode ?? null
  }
  if (said.where.trim() === '') return null
  const name = { name: said.where.trim(), tenant }
  return ((await places.findArea(tx, 'territoire', name)) ?? (await places.findArea(tx, 'province', name)))?.code ?? null
}

export async function provinceOf(
  tx: Tx,
  { places, tenant }: Pick<VoiceDoors, 'places' | 'tenant'>,
  area: string | null,
): Promise<string | null> {
  if (area === null) return null
  const found = (await places.listAreas(tx, 'territoire', tenant)).find((one) => one.code === area)
  return found ? (found.parent ?? null) : area
}

async function namedIn(
  tx: Tx,
  doors: VoiceDoors,
  { texts, kinds, area }: { readonly texts: readonly string[]; readonly kinds: readonly string[]; readonly area: string | null },
): Promise<{ readonly organisations: readonly string[]; readonly kinds: readonly string[]; readonly firstDesk: string }> {
  const bodies = await bodiesOf(doors, tx, doors.tenant)
  const text = texts.join('\n')
  const organisations = organisationsIn(text, bodies)
  const all = [...new Set([...kinds, ...kindsCalledIn(text)])]
  const province = await provinceOf(tx, doors, area)
  return { organisations, kinds: all, firstDesk: firstDeskOf(bodies, { organisations, kinds: all, province }) }
}

/** Facts that the reporter adds by code; whom they name is named from now on. The same words again on the same day are there once. */
export async function addFact(
  doors: VoiceDoors,
  { report, text, photos }: { readonly report: string; readonly text: string; readonly photos: readonly string[] },
): Promise<void> {
  const { tenant, sealing, clock } = doors
  const onDay = clock().slice(0, 10)
  await doors.database.transaction(async (tx) => {
    const key = `id:${sealing.hash('fact', `${report}\n${onDay}\n${text}\n${photos.join()}`)}`
    await lockArrival(tx, tenant, key)
    if ((await findArrival(tx, tenant, [key])) !== null) return
    await keepArrival(tx, tenant, { key, report, reply: null, forgetAt: null })
    const row = await findReport(tx, tenant, report)
    const named = await namedIn(tx, doors, { texts: [text], kinds: [], area: row?.area ?? null })
    await addText(tx, doors, { report, kind: 'fact', text, onDay })
    await addNamed(tx, tenant, report, named)
    if (photos.length > 0) await addPhotos(tx, tenant, report, photos)
  })
}
