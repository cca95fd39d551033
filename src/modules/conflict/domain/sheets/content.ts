/*
What a proposal holds before it is kept: each line once, so that two versions can be compared. Who does not open secret names neither sets, drops nor moves one:
what they send as a name is not read, a name that stands stays with its line, and a line with a name that they left out stays as it stood.
*/
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { SheetContent } from '../../contract-sheets.ts'

export const once = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [canonicalJson(value), value])).values(),
]

type Beneficiaries = SheetContent['beneficiaries']
type Line = Beneficiaries[number]

/** `before`: what stands in the version before, for a writer who does not see names; `null` for one who does. */
export function tidied(content: SheetContent, before: Beneficiaries | null): SheetContent {
  return {
    ...content,
    minerals: once(content.minerals),
    actors: once(content.actors),
    modes: once(content.modes),
    beneficiaries: once(before === null ? content.beneficiaries : withNames(content.beneficiaries, before)),
    corroborations: once(content.corroborations),
    responses: once(content.responses),
  }
}
/** A line goes on in the one that says the same, else in the one at the same place among those of its kind. */
function withNames(written: Beneficiaries, before: Beneficiaries): Beneficiaries {
  const left = before.toSorted((a, b) => Number(a.name === null) - Number(b.name === null))
  const take = (fits: (earlier: Line) => boolean): Line | null => {
    const at = left.findIndex(fits)
    return (at < 0 ? undefined : left.splice(at, 1)[0]) ?? null
  }
  const alike = written.map((one) => take((earlier) => earlier.kind === one.kind && earlier.grade === one.grade))
  const lines = written.map((one, at) => {
    const earlier = alike[at] ?? take((other) => other.kind === one.kind && placeOf(other, before) === placeOf(one, written))
    return { ...one, name: earlier?.name ?? null }
  })
  return [...lines, ...left.filter((one) => one.name !== null)]
}
const placeOf = (line: Line, lines: Beneficiaries): number => lines.filter((one) => one.kind === line.kind).indexOf(line)
