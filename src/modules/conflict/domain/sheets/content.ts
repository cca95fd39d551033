/*
What a proposal holds before it is kept: each line once, so that two versions can be compared. The number of a secret name that the writer may not see is
carried over from the version before, line by line of the same kind: an update by a proposer loses no name.
*/
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { SheetContent } from '../../contract-sheets.ts'

export const once = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [canonicalJson(value), value])).values(),
]

type Beneficiaries = SheetContent['beneficiaries']

/** `before`: the version whose names the writer could not see; `null` where they could, or where there is none. */
export function tidied(content: SheetContent, before: SheetContent | null): SheetContent {
  return {
    ...content,
    minerals: once(content.minerals),
    actors: once(content.actors),
    modes: once(content.modes),
    beneficiaries: once(withNames(content.beneficiaries, before?.beneficiaries ?? [])),
    corroborations: once(content.corroborations),
    responses: once(content.responses),
  }
}
function withNames(written: Beneficiaries, before: Beneficiaries): Beneficiaries {
  const left = [...before]
  return written.map((one) => {
    const at = left.findIndex((earlier) => earlier.kind === one.kind)
    const [earlier] = at < 0 ? [] : left.splice(at, 1)
    return one.name === null && earlier ? { ...one, name: earlier.name } : one
  })
}
