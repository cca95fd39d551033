/* What is written to conflict sheets over HTTP: proposals and updates, and the steps between a proposal and a published summary. */
import { mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { SheetId } from '../../contract-ids.ts'
import { NameOf } from '../../contract-names.ts'
import {
  CrossCheckSheet,
  ProposeSheet,
  PublishSummary,
  type SheetContent,
  type SheetPlace,
  SupersedeSheet,
  UpdateSheet,
  ValidateSheet,
} from '../../contract-sheets.ts'
import { type KnownPlace, type SheetCommand, type SheetContext, type SheetStanding, sheetDecider } from '../../domain/sheets/sheet.ts'
import { type SheetEvent, sheetKinds } from '../../domain/sheets/sheet-events.ts'
import { sees, tierOf } from '../../domain/tiers/tiers.ts'
import { findName } from '../names/store-names.ts'
import { type SheetDoors, areasOf, forbiddenNames } from './doors.ts'

export const sheetAggregate: Aggregate<SheetStanding, SheetCommand, SheetEvent, SheetContext> = {
  name: 'conflict-sheet',
  decider: sheetDecider,
  kinds: sheetKinds,
}
const params = record({ conflictSheet: SheetId })

/** A site lies where the register says; where the register does not know, and for any other place, where the sender says. */
async function placeOf(
  tx: Tx,
  doors: SheetDoors,
  { tenant, place }: { readonly tenant: string; readonly place: SheetPlace },
): Promise<KnownPlace> {
  const areas = await areasOf(tx, doors, tenant)
  const [site] = place.site === null ? [] : await doors.sites.briefs(tx, [place.site], tenant)
  if (place.site !== null && !site) return { kind: 'unknown-site' }
  const territoire = site?.territoireCode ?? place.territoire
  const province = site?.provinceCode ?? areas.find((one) => one.code === territoire)?.parent ?? place.province
  const isKnown = (code: string | null): boolean => code === null || areas.some((one) => one.code === code)
  return isKnown(province) && isKnown(territoire) ? { kind: 'known', province, territoire } : { kind: 'unknown-area' }
}

/** Whether each name was sealed for this sheet: the number of another one, or of an actor, would open here what its readers keep there. */
async function areOfSheet(
  tx: Tx,
  { tenant, sheet, lines }: { readonly tenant: string; readonly sheet: string; readonly lines: SheetContent['beneficiaries'] },
): Promise<boolean> {
  for (const { name } of lines) {
    const row = name === null ? null : await findName(tx, tenant, name)
    const of = row === null ? null : mustParse(NameOf, row.of)
    if (name !== null && (of?.kind !== 'sheet' || of.sheet !== sheet)) return false
  }
  return true
}

interface Sent {
  readonly sheet: string
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly now: string
}
async function sheetFacts(
  tx: Tx,
  doors: SheetDoors,
  {
    sent,
    state,
    command,
    today,
  }: { readonly sent: Sent; readonly state: SheetStanding; readonly command: SheetCommand; readonly today: string },
): Promise<SheetContext> {
  const { who, tenant, now } = sent
  const written = command.type === 'propose' || command.type === 'update' ? command.content : null
  const about = written ?? state.find((one) => 'version' in command && one.version === command.version)?.content
  const seesNames = who.capabilities.has('conflict.named')
  const actors = (written?.actors ?? []).flatMap(({ actor }) => actor ?? [])
  const known = actors.length === 0 ? new Map() : await doors.actorNames(tx, tenant, actors)
  return {
    ...{ today, account: who.account, organisation: who.organisation },
    isCleared: sees(tierOf(who.capabilities), 'cleared'),
    sees: sees(tierOf(who.capabilities), 'cleared') || state.some((one) => one.proposer === who.account),
    maps: who.capabilities.has('conflict.map'),
    validates: who.capabilities.has('conflict.validate'),
    seesNames,
    namesOfSheet: !seesNames || (await areOfSheet(tx, { tenant, sheet: sent.sheet, lines: written?.beneficiaries ?? [] })),
    place: written ? await placeOf(tx, doors, { tenant, place: written.place }) : { kind: 'unknown-area' },
    actorsKnown: actors.every((one) => known.has(one)),
    names: about ? await forbiddenNames(tx, doors, { tenant, now, content: about }) : [],
  }
}
const runWith = (doors: SheetDoors) => (sent: Omit<Sent, 'sheet'>, sheet: string, command: SheetCommand) =>
  sent.door.execute({
    aggregate: sheetAggregate,
    subject: sheet,
    command,
    envelope: sent.envelope,
    who: sent.who,
    context: (tx, state, { today }) => sheetFacts(tx, doors, { sent: { ...sent, sheet }, state, command, today }),
  })

export function sheetRoutes(doors: SheetDoors): readonly Route[] {
  const run = runWith(doors)
  return [
    writeRoute({
      path: '/api/conflict/sheets',
      allow: can('conflict.propose'),
      summary: 'Proposes a conflict sheet of a site or a zone; its proposer may read it back',
      body: ProposeSheet,
      write: (sent) => run(sent, sent.envelope.id, { type: 'propose', ...sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/sheets/:conflictSheet/versions',
      allow: can('conflict.propose'),
      summary: 'A newer version of a sheet, with its reason; what stands goes on standing until this one is validated',
      params,
      body: UpdateSheet,
      write: (sent) => run(sent, sent.params.conflictSheet, { type: 'update', ...sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/sheets/:conflictSheet/cross-checks',
      allow: can('conflict.map'),
      summary: 'A proposed version was compared with other sources, by another person than its proposer',
      params,
      body: CrossCheckSheet,
      write: (sent) => run(sent, sent.params.conflictSheet, { type: 'cross-check', ...sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/sheets/:conflictSheet/validations',
      allow: can('conflict.validate'),
      summary: 'A cross-checked version is validated by a third person; the one before is over',
      params,
      body: ValidateSheet,
      write: (sent) => run(sent, sent.params.conflictSheet, { type: 'validate', ...sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/sheets/:conflictSheet/summaries',
      allow: can('conflict.validate'),
      summary: 'Publishes a summary at the level of the province; two independent sources, no site, no territoire, no actor',
      params,
      body: PublishSummary,
      write: (sent) => run(sent, sent.params.conflictSheet, { type: 'publish', ...sent.data }),
    }),
    writeRoute({
      path: '/api/conflict/sheets/:conflictSheet/supersessions',
      allow: can('conflict.map'),
      summary: 'A version is over, with the reason; one that stands only by who validates',
      params,
      body: SupersedeSheet,
      write: (sent) => run(sent, sent.params.conflictSheet, { type: 'supersede', ...sent.data }),
    }),
  ]
}
