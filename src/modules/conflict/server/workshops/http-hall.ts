/*
The door of a hall: a telephone comes in by the code of its group and writes on the wall, over a local network without internet, TLS or accounts. It is known by a
cookie whose hash alone is kept, belongs to that group until the desk releases it, and is forgotten when the hall is shut. It may do what its group may, and nothing
else of this program; wrong codes are answered ever more slowly. Pages are without script, so what runs here is the server alone. Only the listener of a hall has these routes.
*/
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Schema, parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { rawRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { CommandEnvelope, type Receipt } from '../../../../platform/log/receipt.ts'
import {
  CastVotes,
  EntryId,
  HallStep,
  MOST_TELEPHONES,
  Stance,
  TakeStance,
  WallKind,
  WithdrawEntry,
  WriteCard,
  WriteEntry,
} from '../../contract-workshops.ts'
import { CardId } from '../../contract-trees.ts'
import { type Wall, budgetOf, cardsWithDots } from '../../domain/workshops/wall.ts'
import type { WorkshopCommand } from '../../domain/workshops/workshop.ts'
import { type EntryTyped, type HallPlaces, NOTHING_TYPED, contentTyped, typedOf } from '../../page/hall-entry-form.ts'
import { HALL_HEADERS, type HallWords, hallWords } from '../../page/hall-frame.ts'
import { type Note, codePage, elsewherePage, fullPage, joinPage, wallPage } from '../../page/hall-pages.ts'
import { type Form, cut, formOf, languageOf, languageToKeep, textOf, tokenOf, tokenToKeep } from './hall-form.ts'
import { act } from './http-workshops.ts'
import { type WorkshopDoors, readKept } from './read-workshops.ts'
import { type HallTelephone, findTelephone, groupBehind, letIn, listCodes, listTelephones } from './store-workshops.ts'

const MOST_FORM_BYTES = 100_000
const page = (body: string, status = 200): Reply => ({ status, body, contentType: 'text/html; charset=utf-8', headers: HALL_HEADERS })
/** A language that was chosen on a page stays chosen on the next ones. */
const keeping = (incoming: Incoming, reply: Reply): Reply => {
  const cookie = languageToKeep(incoming)
  return cookie === null ? reply : { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } }
}
const go = (location: string, headers: { readonly [name: string]: string } = {}): Reply => ({
  ...{ status: 303, body: '', contentType: 'text/html; charset=utf-8' },
  headers: { ...HALL_HEADERS, location, ...headers },
})
const newId = (): string => uuidV7(Date.now(), randomBytes(10))
const hashed = (token: string): string => createHash('sha256').update(token).digest('hex')

export function hallRoutes(doors: WorkshopDoors): readonly Route[] {
  const patience = wrongCodes()
  const opens = async (incoming: Incoming): Promise<Standing | Reply> => {
    const code = textOf(incoming.params, 'code').toUpperCase()
    const found = /^[A-Z0-9]{8}$/.test(code) ? await incoming.door.read((tx) => standIn(tx, { incoming, code, doors })) : null
    if (found !== null) return found
    await patience(incoming.address ?? '')
    return page(codePage(hallWords(languageOf(incoming)), { isWrong: true }), 404)
  }
  const shows = { method: 'GET', allow: anyone } as const
  const sends = { method: 'POST', allow: anyone, takesBytes: MOST_FORM_BYTES } as const
  return [
    rawRoute({
      ...{ ...shows, path: '/hall', summary: 'Asks for the code of a hall; a page without script' },
      answer: (incoming) => Promise.resolve(keeping(incoming, page(codePage(hallWords(languageOf(incoming)), { isWrong: false })))),
    }),
    rawRoute({
      ...{ ...sends, path: '/hall', summary: 'Leads to the hall of a code that was typed' },
      answer: (incoming) => {
        const code = formOf(incoming)
          .field('code')
          .replaceAll(/[^A-Za-z0-9]/g, '')
          .slice(0, 12)
        const again = () => page(codePage(hallWords(languageOf(incoming)), { isWrong: true }), 400)
        return Promise.resolve(code === '' ? again() : go(`/hall/${code}`))
      },
    }),
    rawRoute({
      ...{ ...shows, path: '/hall/:code', summary: 'What the telephone of a group sees of the wall' },
      answer: async (incoming) => {
        const at = await opens(incoming)
        return 'status' in at ? at : keeping(incoming, show(at, { told: saidOf(incoming, at.words), typed: null }))
      },
    }),
    rawRoute({
      ...{ ...sends, path: '/hall/:code', summary: 'A group comes in, writes, agrees or dissents, votes' },
      answer: async (incoming) => {
        const at = await opens(incoming)
        return 'status' in at ? at : take(at, doors)
      },
    }),
  ]
}

/** Wrong codes of one address are answered ever more slowly, up to six seconds; kept in memory for an hour. */
function wrongCodes(): (address: string) => Promise<void> {
  const seen = { hour: '', wrong: new Map<string, number>() }
  return async (address) => {
    const hour = new Date().toISOString().slice(0, 13)
    if (seen.hour !== hour || seen.wrong.size > 10_000) Object.assign(seen, { hour, wrong: new Map() })
    const count = (seen.wrong.get(address) ?? 0) + 1
    seen.wrong.set(address, count)
    await wait(Math.min(6000, 100 * 2 ** Math.max(0, count - 5)))
  }
}

interface Standing {
  readonly incoming: Incoming
  readonly code: string
  readonly workshop: string
  readonly wall: Wall
  /** The group of the code in the address. */
  readonly asked: number
  /** The telephone as it came in; null before. */
  readonly telephone: HallTelephone | null
  /** The code of the telephone's own group, where it is another one than the code in the address. */
  readonly ownCode: string | null
  readonly places: HallPlaces
  readonly words: HallWords
}
async function standIn(
  tx: Tx,
  { incoming, code, doors }: { readonly incoming: Incoming; readonly code: string; readonly doors: WorkshopDoors },
): Promise<Standing | null> {
  const { tenant } = incoming
  const behind = await groupBehind(tx, tenant, code)
  const kept = behind === null ? null : await readKept(tx, tenant, behind.workshop)
  const convened = kept?.wall.convened
  // A code that was photographed opens nothing once the workshop is over.
  if (behind === null || !kept || !convened || todayAt(incoming.now) > addDays(convened.lastDay, 1)) return null
  const { workshop, group } = behind
  const token = tokenOf(incoming)
  const telephone = token === null ? null : await findTelephone(tx, tenant, { workshop, tokenHash: hashed(token) })
  const isElsewhere = telephone !== null && telephone.group !== group
  const ownCode = isElsewhere ? (await listCodes(tx, tenant, workshop)).find((one) => one.group === telephone.group)?.code : null
  const areas = (await doors.places.listAreas(tx, 'territoire', tenant)).filter((one) => convened.territoires.includes(one.code))
  const sites = await doors.sites.briefs(tx, await doors.sites.within(tx, convened.territoires, tenant), tenant)
  return {
    ...{ incoming, code, workshop, wall: kept.wall, asked: group, telephone, ownCode: ownCode ?? null },
    words: hallWords(languageOf(incoming)),
    places: {
      province: convened.province,
      territoires: areas.map(({ code: area, name }) => ({ code: area, name })),
      sites: sites
        .map(({ id, name, territoireCode }) => ({ id, name, territoire: territoireCode }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    },
  }
}

/** What stands between a telephone and its wall: it has not come in, or came in as another group. `null`: nothing does. */
function before({ wall, words, code, asked, telephone, ownCode }: Standing): Reply | null {
  const named = { code, title: wall.convened?.title ?? '', groups: wall.convened?.groups ?? [] }
  if (telephone === null) return page(joinPage(words, { ...named, group: asked }))
  return ownCode === null ? null : page(elsewherePage(words, { ...named, group: telephone.group, ownCode, number: telephone.number }), 409)
}

function show(at: Standing, { told, typed }: { readonly told: Note | null; readonly typed: EntryTyped | null }): Reply {
  const { wall, telephone, code, words, incoming } = at
  const outside = before(at)
  if (outside !== null || telephone === null) return outside ?? page('', 404)
  const { group, number } = telephone
  const asked = parse(HallStep, textOf(incoming.query, 't'))
  const edited = wall.entries.find((one) => one.id === textOf(incoming.query, 'e') && one.group === group)
  return page(
    wallPage(words, {
      ...{ code, title: wall.convened?.title ?? '', groups: wall.convened?.groups ?? [], group, number },
      ...{ now: wall.step, shown: asked.ok ? asked.value : wall.step },
      ...{ entries: wall.entries, cards: cardsWithDots(wall), ownDots: wall.votes.get(group) ?? new Map(), budget: budgetOf(wall, group) },
      ...{ places: at.places, told, command: newId(), newThing: newId() },
      typed: typed ?? (edited ? typedOf(edited.id, edited.content) : NOTHING_TYPED),
    }),
    told?.kind === 'e' ? 409 : 200,
  )
}

const STEP_OF: { readonly [act: string]: HallStep } = {
  ...{ 'write-entry': 'places', 'withdraw-entry': 'places', 'take-stance': 'stances', 'write-card': 'causes', 'cast-votes': 'votes' },
}

/** One act of a group. After it the telephone is led back to its page, so that going back or reloading sends nothing again. */
async function take(at: Standing, doors: WorkshopDoors): Promise<Reply> {
  const form = formOf(at.incoming)
  if (form.field('act') === 'join') return join(at, doors)
  const outside = before(at)
  if (outside !== null || at.telephone === null) return outside ?? page('', 404)
  const command = understood(commandOf(at, form))
  const done = command.ok ? await tell(at, doors, { command: command.value, id: form.field('command') }) : command
  const step = STEP_OF[form.field('act')] ?? 'places'
  if (done.ok) return go(`/hall/${at.code}?t=${step}&said=1`)
  const entry =
    form.field('act') === 'write-entry' && at.wall.entries.some((one) => one.id === form.field('entry')) ? form.field('entry') : ''
  const incoming = { ...at.incoming, query: { t: step } }
  const typed = form.field('act') === 'write-entry' ? { ...form, entry } : null
  return show({ ...at, incoming }, { told: { kind: 'e', text: at.words.refusal(done.refusal.code, done.refusal.facts) }, typed })
}

/** A telephone that is in stays in its group: speaking for another one takes the desk. */
async function join({ incoming, workshop, code, words, asked: group, telephone }: Standing, { database }: WorkshopDoors): Promise<Reply> {
  if (telephone !== null) return go(`/hall/${code}`)
  const token = randomBytes(24).toString('base64url')
  const isIn = await database.transaction(async (tx) => {
    const inside = (await listTelephones(tx, incoming.tenant, workshop)).filter((one) => one.group === group)
    if (inside.length >= MOST_TELEPHONES) return false
    await letIn(tx, incoming.tenant, { workshop, tokenHash: hashed(token), group })
    return true
  })
  return isIn ? go(`/hall/${code}`, { 'set-cookie': tokenToKeep(token) }) : page(fullPage(words), 409)
}

/** What a form says, as a command of its group; fields that no page of ours sends are not understood. */
function commandOf({ telephone, places, wall, words }: Standing, form: Form): Outcome<WorkshopCommand> {
  const group = telephone?.group ?? null
  const [entry, card] = [parse(EntryId, form.field('entry')), parse(CardId, form.field('card'))]
  const because = words.t('remove.because')
  if (group === null) return refused('hall-shut')
  switch (form.field('act')) {
    case 'write-entry':
      if (form.field('nature') === '') return refused('entry-without-nature')
      return entry.ok
        ? accepted({ type: 'write-entry', entry: entry.value, group, content: contentTyped({ entry: '', ...form }, places) })
        : notUnderstood
    case 'withdraw-entry':
      return entry.ok ? accepted({ type: 'withdraw-entry', entry: entry.value, because }) : notUnderstood
    case 'take-stance': {
      const stance = parse(Stance, form.field('stance'))
      if (!entry.ok || !stance.ok) return notUnderstood
      return accepted({
        type: 'take-stance',
        entry: entry.value,
        group,
        stance: stance.value,
        reason: cut(form.field('reason'), 400) || null,
      })
    }
    case 'write-card': {
      const [kind, under] = [parse(WallKind, form.field('kind')), parse(CardId, form.field('under'))]
      if (form.field('text') === '') return refused('card-without-text')
      if (!card.ok || !kind.ok) return notUnderstood
      return accepted({
        type: 'write-card',
        card: card.value,
        group,
        kind: kind.value,
        text: cut(form.field('text'), 240),
        under: under.ok ? under.value : null,
      })
    }
    case 'cast-votes': {
      const votes = wall.cards.map(({ id }) => ({ card: id, dots: Number(/^\d{1,3}$/.exec(form.field(`dots-${id}`))?.[0] ?? 0) }))
      return accepted({ type: 'cast-votes', group, votes: votes.filter((one) => one.dots > 0).slice(0, 100) })
    }
    default:
      return notUnderstood
  }
}
/** What does not fit the contract of the desk is not understood here either, and never a fault. */
function understood(command: Outcome<WorkshopCommand>): Outcome<WorkshopCommand> {
  if (!command.ok) return command
  const { type, ...said } = command.value
  const shape = SHAPES.get(type)
  return shape === undefined || parse(shape, said).ok ? command : notUnderstood
}
const SHAPES = new Map<string, Schema<unknown>>([
  ['write-entry', WriteEntry],
  ['withdraw-entry', WithdrawEntry],
  ['take-stance', TakeStance],
  ['write-card', WriteCard],
  ['cast-votes', CastVotes],
])
const notUnderstood: Outcome<never> = refused('hall-form-not-understood')

/** A hall has no account: the log says "hall", and the payload which group. */
const hallWho = ({ tenant, language }: Incoming): Who => ({
  ...{ tenant, language, account: 'hall', organisation: null, roles: [], capabilities: new Set<string>(), territory: 'everywhere' },
})
function tell(
  { incoming, workshop, telephone }: Standing,
  doors: WorkshopDoors,
  { command, id }: { readonly command: WorkshopCommand; readonly id: string },
): Promise<Outcome<Receipt>> {
  const envelope = parse(CommandEnvelope, { id: sendingOf(id === '' ? newId() : id, command) })
  if (!envelope.ok) return Promise.resolve(notUnderstood)
  const { door, tenant, now } = incoming
  return act(
    doors,
    { door, tenant, now, who: hallWho(incoming), envelope: envelope.value, workshop, group: telephone?.group ?? 0 },
    command,
  )
}

/** The same button pressed twice is one sending; who goes back, changes a word and sends again sends something else. */
const sendingOf = (id: string, command: WorkshopCommand): string =>
  `${id.slice(0, 24)}${createHash('sha256')
    .update(`${id} ${canonicalJson(command)}`)
    .digest('hex')
    .slice(0, 12)}`

const saidOf = (incoming: Incoming, { t }: HallWords): Note | null =>
  textOf(incoming.query, 'said') === '1' ? { kind: 'ok', text: t('saved') } : null
