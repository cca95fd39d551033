/*
Two rounds of the map beside each other: for who is cleared site by site, for a committee by territoire and only how many. Versions count that were validated
at some time, whatever became of them: a round is what was known then.
*/
import { mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type RoundLine, RoundVerdict, type RoundZone, type RoundsAnswer } from '../../contract-sheet-answers.ts'
import { SheetId } from '../../contract-ids.ts'
import { type RoundChange, type RoundSheet, diffRounds } from '../../domain/sheets/diff.ts'
import { sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type Named, type SheetDoors, areasOf, namesOf, placeName } from './doors.ts'
import { type Asking, withheldFor } from './read-sheets.ts'
import { contentOf } from './shown.ts'
import { type VersionRow, listRounds, everyVersion } from './store-sheets.ts'

interface RoundsAsked {
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** A province or a territoire. */
  readonly area?: string | undefined
}
interface Sheet extends RoundSheet {
  readonly row: VersionRow
}

const MOST_LINES = 5000
export async function readRounds(
  tx: Tx,
  doors: SheetDoors,
  { tenant, reader, asked }: Asking & { readonly asked: RoundsAsked },
): Promise<RoundsAnswer> {
  const tier = tierOf(reader.capabilities)
  const rounds = await listRounds(tx, tenant)
  const [last, beforeLast] = rounds
  const before = asked.before ?? beforeLast?.round ?? null
  const after = asked.after ?? last?.round ?? null
  const sheetsOf = async (round: string | null): Promise<readonly Sheet[]> =>
    round === null
      ? []
      : (await everyVersion(tx, tenant, { which: 'was-validated', round }))
          .filter((row) => asked.area === undefined || row.territoire === asked.area || row.province === asked.area)
          .map((row) => ({ key: row.site ?? row.sheet, version: row.version, asOf: row.asOf, content: contentOf(row), row }))
  // Beside a round that never was, everything would look new or gone.
  const wasHeld = (asked: string | null): asked is string => rounds.some(({ round }) => round === asked)
  const changes = !wasHeld(before) || !wasHeld(after) ? [] : diffRounds(await sheetsOf(before), await sheetsOf(after))
  const contents = changes.flatMap(({ before: then, after: now }) => [then, now].flatMap((one) => (one ? [one.content] : [])))
  const named = await namesOf(tx, doors, { tenant, contents })
  const lines = sees(tier, 'cleared') ? changes.flatMap((change) => lineOf(change, named)) : []
  return {
    ...{ tier, before, after },
    lines: lines.slice(0, MOST_LINES),
    cut: lines.length > MOST_LINES ? { listed: MOST_LINES, total: lines.length } : null,
    zones: zonesOf(changes, await areasOf(tx, doors, tenant)),
    ...{ rounds: [...rounds], withheld: withheldFor(tier) },
  }
}

const newestOf = ({ before, after }: RoundChange<Sheet>): Sheet | null => after ?? before
function zonesOf(changes: readonly RoundChange<Sheet>[], areas: readonly { readonly code: string; readonly name: string }[]): RoundZone[] {
  const areaOf = (change: RoundChange<Sheet>): string | null => {
    const row = newestOf(change)?.row
    return row ? (row.territoire ?? row.province) : null
  }
  return areas.flatMap(({ code, name }) => {
    const own = changes.filter((change) => areaOf(change) === code)
    if (own.length === 0) return []
    const verdicts = RoundVerdict.options.map((verdict) => ({ verdict, sites: own.filter((one) => one.verdict === verdict).length }))
    return [{ area: code, name, verdicts: verdicts.filter((one) => one.sites > 0) }]
  })
}

function lineOf(change: RoundChange<Sheet>, named: Named): RoundLine[] {
  const { verdict, before, after, diff } = change
  const newest = newestOf(change)
  const point = (one: Sheet | null) => one && { version: one.version, asOf: one.asOf, interference: one.content.interference }
  return newest
    ? [
        {
          ...{ sheet: mustParse(SheetId, newest.row.sheet), name: placeName(newest.content, named), territoire: newest.row.territoire },
          ...{ verdict, before: point(before), after: point(after), diff },
        },
      ]
    : []
}
