/* Master data in the head of a document: which place lies in which, and attributes. */
import { canonicalUri } from '../domain/identifiers.ts'
import { type Json, isObject, objectsOf, textOf, textsOf } from '../domain/json.ts'
import type { MasterDataCaptured } from '../words.ts'

const EMPTY: MasterDataCaptured = { inside: [], attributes: [] }
const isJson = (value: unknown): value is Json => value !== undefined && typeof value !== 'function'

/** Attributes of plain text and numbers are kept; what is nested is not asked for by any query. */
export function masterDataIn(document: unknown): MasterDataCaptured {
  if (!isJson(document) || !isObject(document)) return EMPTY
  const head = document['epcisHeader']
  const master = isObject(head) ? head['epcisMasterData'] : undefined
  const elements = objectsOf(isObject(master) ? master['vocabularyList'] : undefined).flatMap((one) =>
    objectsOf(one['vocabularyElementList']),
  )
  return {
    inside: elements.flatMap((element) =>
      childrenOf(element['children']).flatMap((child) => {
        const parent = textOf(element['id'])
        return parent === null ? [] : [{ parent: canonicalUri(parent).slice(0, 2000), child: canonicalUri(child).slice(0, 2000) }]
      }),
    ),
    attributes: elements.flatMap((element) =>
      objectsOf(element['attributes']).flatMap((one) => {
        const [id, name, value] = [textOf(element['id']), textOf(one['id']), scalar(one['attribute'])]
        return id === null || name === null || value === null
          ? []
          : [{ element: canonicalUri(id).slice(0, 2000), attribute: name.slice(0, 2000), value: value.slice(0, 4000) }]
      }),
    ),
  }
}
const childrenOf = (value: Json | undefined): readonly string[] => [
  ...textsOf(value),
  ...objectsOf(value).flatMap((one) => (textOf(one['id']) === null ? [] : [textOf(one['id']) ?? ''])),
]
const scalar = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
