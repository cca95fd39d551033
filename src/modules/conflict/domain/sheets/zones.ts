/*
What a committee reads: each territoire with categories and with how many sheets say them; no site, no actor, no word that anybody typed. A territoire of which
nobody validated a sheet was not looked at, which is not the same as one where nothing was reported. Persons are told from ten on, rounded down (D).
*/
import { outside, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import type { ShownPersons, VictimKind, ZoneLine, ZoneState } from '../../contract-sheet-answers.ts'
import type { SheetContent } from '../../contract-sheets.ts'
import { Interference } from '../../contract-sheets.ts'

export interface ZoneArea {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly level: 'province' | 'territoire'
  readonly province: string
}
export interface ZoneSheet {
  readonly asOf: string
  readonly content: SheetContent
}

/** One area with the sheets that stand in it. */
export function zoneOf({ code, ...area }: ZoneArea, sheets: readonly ZoneSheet[]): ZoneLine {
  const contents = sheets.map((one) => one.content)
  const days = sheets.map((one) => one.asOf).toSorted()
  return {
    ...{ area: code, ...area, state: stateOf(contents), sheets: sheets.length, newest: days.at(-1) ?? null, oldest: days[0] ?? null },
    interference: counted(contents, (one) => [one.interference]).toSorted(
      (a, b) => Interference.options.indexOf(a.of) - Interference.options.indexOf(b.of),
    ),
    modes: counted(contents, (one) => one.modes.map(({ mode, stage }) => `${mode} ${stage}`)).flatMap(({ of, sheets: n }) => {
      const line = contents.flatMap((one) => one.modes).find(({ mode, stage }) => `${mode} ${stage}` === of)
      return line ? [{ of: line.mode, stage: line.stage, sheets: n }] : []
    }),
    beneficiaries: counted(contents, (one) => one.beneficiaries.map(({ kind }) => kind)),
    minerals: counted(contents, (one) => one.minerals),
    siteKinds: counted(contents, (one) => (one.siteKind === null ? [] : [one.siteKind])),
    responses: counted(contents, (one) => one.responses),
    victims: {
      forcedLabour: personsOf(contents, 'forcedLabour'),
      children: personsOf(contents, 'children'),
      sexualViolence: personsOf(contents, 'sexualViolence'),
    },
  }
}

function stateOf(contents: readonly SheetContent[]): ZoneState {
  if (contents.length === 0) return 'not-looked-at'
  const told = contents.map((one) => one.interference)
  if (told.some((one) => one !== 'none' && one !== 'not-known')) return 'reported'
  return told.includes('not-known') ? 'not-known' : 'none-reported'
}

/** How many sheets say each, most first. */
function counted<Of extends string>(
  contents: readonly SheetContent[],
  of: (content: SheetContent) => readonly Of[],
): { of: Of; sheets: number }[] {
  const counts = new Map<Of, number>()
  for (const content of contents) for (const one of new Set(of(content))) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].map(([one, sheets]) => ({ of: one, sheets })).toSorted((a, b) => b.sheets - a.sheets || (a.of < b.of ? -1 : 1))
}

function personsOf(contents: readonly SheetContent[], kind: VictimKind): ShownPersons {
  const asked = contents.map((one) => one.victims[kind]).filter((one) => one !== null)
  if (asked.length === 0) return { told: 'not-asked' }
  const shown = shownCount(
    asked.reduce((all, one) => all + one, 0),
    outside,
  )
  return 'shown' in shown ? { told: 'at-least', persons: shown.shown } : { told: 'below-minimum' }
}
