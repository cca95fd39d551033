/*
A version as it is shown to who may see the whole of it: a secret name is its number for who opens names, else only that one lies sealed, and for who is not cleared not even that. What stands in the
way of the next step is said by office, never by person.
*/
import { listOf, mustParse, orNull, record, maybe, text } from '../../../../kernel/schema.ts'
import { Narrative, type NextStep, SheetAct, type SheetLine, type ShownContent, type ShownVersion } from '../../contract-sheet-answers.ts'
import { SheetId, WorkshopId } from '../../contract-ids.ts'
import { SheetContent, SheetState } from '../../contract-sheets.ts'
import { CORROBORATIONS_NEEDED, independent, isStanding, isWaiting } from '../../domain/sheets/sheet.ts'
import { type Tier, sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type Named, placeName } from './doors.ts'
import type { VersionRow } from './store-sheets.ts'

const Acts = listOf(record({ ...SheetAct.shape, body: orNull(text(60)), by: maybe(text(60)) }), 20)
export const contentOf = (row: Pick<VersionRow, 'content'>): SheetContent => mustParse(SheetContent, row.content)
export const stateOf = (row: Pick<VersionRow, 'state'>): SheetState => mustParse(SheetState, row.state)
export const actsOf = (row: Pick<VersionRow, 'acts'>) => mustParse(Acts, row.acts)
export const narrativeOf = (row: Pick<VersionRow, 'narrative'>): Narrative | null => mustParse(orNull(Narrative), row.narrative)

export interface Reader {
  readonly account: string
  readonly capabilities: ReadonlySet<string>
}

export function shownContent(content: SheetContent, named: Named, tier: Tier): ShownContent {
  return {
    ...content,
    actors: content.actors.map((one) => ({ ...one, name: (one.actor === null ? undefined : named.actors.get(one.actor)?.[0]) ?? null })),
    beneficiaries: content.beneficiaries.map(({ kind, grade, name }) => ({
      ...{ kind, grade, isNamed: sees(tier, 'cleared') && name !== null },
      name: sees(tier, 'named') ? name : null,
    })),
  }
}

export function shownVersion(
  row: VersionRow,
  { named, bodies, reader }: { readonly named: Named; readonly bodies: ReadonlyMap<string, string>; readonly reader: Reader },
): ShownVersion {
  return {
    ...{ version: row.version, state: stateOf(row), round: row.round, asOf: row.asOf, reason: row.reason },
    workshop: mustParse(orNull(WorkshopId), row.workshop),
    content: shownContent(contentOf(row), named, tierOf(reader.capabilities)),
    acts: actsOf(row).map(({ by: _by, body, ...act }) => ({ ...act, body: (body === null ? undefined : bodies.get(body)) ?? null })),
    narrative: narrativeOf(row),
    isMine: row.proposedBy === reader.account,
  }
}

export function lineOf(rows: readonly VersionRow[], named: Named, account: string): SheetLine | null {
  const lead = rows.findLast((one) => isStanding(stateOf(one))) ?? rows.at(-1)
  if (!lead) return null
  const waiting = rows.findLast((one) => isWaiting(stateOf(one)) && one.version !== lead.version)
  const content = contentOf(lead)
  const { site, province, territoire } = content.place
  return {
    ...{ sheet: mustParse(SheetId, lead.sheet), site, name: placeName(content, named) },
    ...{ province, provinceName: named.areas.get(province)?.name ?? null },
    ...{ territoire, territoireName: (territoire === null ? undefined : named.areas.get(territoire)?.name) ?? null },
    ...{ version: lead.version, state: stateOf(lead), round: lead.round, asOf: lead.asOf, interference: content.interference },
    waiting: waiting ? { version: waiting.version, state: stateOf(waiting) } : null,
    modes: [...new Set(content.modes.map((one) => one.mode))],
    actors: [
      ...new Set(
        content.actors.flatMap(({ actor, written }) => (actor === null ? undefined : named.actors.get(actor)?.[0]) ?? written ?? []),
      ),
    ],
    beneficiaries: [...new Set(content.beneficiaries.map((one) => one.kind))],
    ...{ reliability: content.reliability, credibility: content.credibility, isMine: rows.some((one) => one.proposedBy === account) },
  }
}

/** For every version that is not over. */
export function nextSteps(rows: readonly VersionRow[], reader: Reader): NextStep[] {
  const can = (needs: NextStep['needs']): boolean => reader.capabilities.has(needs)
  const step = (row: VersionRow, what: Pick<NextStep, 'step' | 'needs'>, because: NextStep['because'] = null): NextStep => {
    const stops = can(what.needs) ? because : ('capability' as const)
    return { ...what, version: row.version, may: stops === null, because: stops }
  }
  const newest = rows.at(-1)
  const mine = newest?.proposedBy === reader.account
  const mayUpdate = newest && (stateOf(newest) === 'proposed' ? mine || can('conflict.map') : stateOf(newest) !== 'cross-checked')
  return [
    ...rows.flatMap((row): NextStep[] => {
      const state = stateOf(row)
      const checker = actsOf(row).find((one) => one.what === 'cross-checked')?.by
      if (state === 'proposed')
        return [
          step(row, { step: 'cross-check', needs: 'conflict.map' }, row.proposedBy === reader.account ? 'second-person' : null),
          step(row, { step: 'supersede', needs: 'conflict.map' }),
        ]
      if (state === 'cross-checked') {
        const involved = [row.proposedBy, checker].includes(reader.account)
        return [
          step(row, { step: 'validate', needs: 'conflict.validate' }, involved ? 'third-person' : null),
          step(row, { step: 'supersede', needs: 'conflict.map' }),
        ]
      }
      if (state === 'superseded') return []
      const enough = independent(contentOf(row)) >= CORROBORATIONS_NEEDED
      const publish = step(row, { step: 'publish', needs: 'conflict.validate' }, enough ? null : 'two-corroborations')
      return [...(state === 'validated' ? [publish] : []), step(row, { step: 'supersede', needs: 'conflict.validate' })]
    }),
    ...(newest && mayUpdate ? [step(newest, { step: 'update', needs: 'conflict.propose' })] : []),
  ]
}
