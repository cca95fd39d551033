/*
Unfinished forms as they lie on a telephone, read as revisions. What was typed after the last revision becomes one more, whose id follows from its text,
so that the same file handed in again brings nothing new.
*/
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { listOf, looseRecord, maybe, orNull, parse, text, yesOrNo } from '../../../../kernel/schema.ts'
import { DraftRevision } from '../../contract.ts'
import type { OpenRow } from '../../domain/rescue-file.ts'

const FORM_PLACE = 'chanzo.form.'
const { revision, draft, parents, state, xml, at, savedAt, files } = DraftRevision.shape
const Known = looseRecord({ revision, draft, parents, state, xml, at, savedAt, files, mine: maybe(yesOrNo()) })
const Lying = looseRecord({ revisions: listOf(Known, 1000), here: maybe(orNull(text(60))) })
const Typed = looseRecord({ xml, at, savedAt })

/** Only what the owner of the telephone made; what others made is theirs to send. */
export function draftsIn(rows: readonly OpenRow[]): readonly DraftRevision[] {
  const known = new Map<string, { readonly revisions: readonly DraftRevision[]; readonly here: string | null }>()
  for (const row of rows) {
    if (row.box !== 'draft') continue
    const read = parse(Lying, row.value)
    if (!read.ok) continue
    const own = read.value.revisions.filter((one) => one.mine !== false)
    known.set(row.key, { revisions: own.map(plain), here: read.value.here ?? null })
  }
  const typed = rows.flatMap((row) => (row.box === 'kept' && row.key.startsWith(FORM_PLACE) ? typedIn(row, known) : []))
  return [...[...known.values()].flatMap((one) => one.revisions), ...typed]
}

const plain = (one: DraftRevision): DraftRevision => ({
  revision: one.revision,
  draft: one.draft,
  parents: one.parents,
  state: one.state,
  xml: one.xml,
  at: one.at,
  savedAt: one.savedAt,
  files: one.files,
})

function typedIn(
  row: OpenRow,
  known: ReadonlyMap<string, { readonly revisions: readonly DraftRevision[]; readonly here: string | null }>,
): readonly DraftRevision[] {
  const name = row.key.slice(FORM_PLACE.length)
  const text = typeof row.value === 'string' ? parse(Typed, jsonIn(row.value)) : null
  if (!text?.ok) return []
  const { revisions = [], here = null } = known.get(name) ?? {}
  const last = revisions.find((one) => one.revision === here)
  if (last?.xml === text.value.xml) return []
  const said = { draft: name, parents: here === null ? [] : [here], state: 'open', ...text.value, files: last?.files ?? [] }
  const bits = createHash('sha256')
    .update(JSON.stringify([name, said.parents, text.value.xml]))
    .digest()
  const made = parse(DraftRevision, { ...said, revision: uuidV7(Date.parse(text.value.savedAt), bits) })
  return made.ok ? [made.value] : []
}
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
