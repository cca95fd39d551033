/* An event of EPCIS as a row: its times, its one form, its terms. The normal form is made anew each time, so a better reader makes better rows. */
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../kernel/ids.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { readDocument } from '../domain/document.ts'
import { eventHashWith } from '../domain/event-hash.ts'
import { canonicalUri } from '../domain/identifiers.ts'
import { type Json, type JsonObject, isObject, textOf } from '../domain/json.ts'
import type { NewEvent } from './store-events.ts'
import { termRows } from './term-rows.ts'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
const hashOf = eventHashWith((text) => sha256(text).toString('hex'))

export interface Named {
  readonly eventId: string
  readonly hash: string
  /** The same event gives the same row, whoever sends it and however often; a declaration of an error is a row of its own. */
  readonly row: string
  readonly isDeclaration: boolean
}
export function nameEvent(tenant: string, content: JsonObject, context: Json): Named {
  const hash = hashOf(content, context)
  const given = textOf(content['eventID'])
  const eventId = given === null || given === '' ? hash : canonicalUri(given)
  const declaration = content['errorDeclaration']
  const key = canonicalJson({ tenant, eventId, hash, declaration: declaration ?? null })
  return { eventId, hash, row: uuidV7(0, sha256(`epcis/event/${key}`)), isDeclaration: declaration !== undefined }
}
export const idFrom = (milliseconds: number, words: string): string => uuidV7(milliseconds, sha256(words))

/** The normal form of a stored event; as it stands where a later reader would not take it. */
export function normalOf(content: JsonObject, context: Json): JsonObject {
  const { events } = readDocument({ ...content, '@context': context }, { expect: 'event' })
  return events[0]?.normal ?? content
}

export const declaredAt = (content: JsonObject): string | null => {
  const declaration = content['errorDeclaration']
  return isObject(declaration) ? textOf(declaration['declarationTime']) : null
}

type Given = Omit<NewEvent, 'type' | 'eventTime' | 'declaredAt' | 'terms'>
export function rowOf(given: Given): NewEvent {
  const normal = normalOf(given.content, given.context)
  return {
    ...given,
    type: textOf(normal['type']) ?? 'ObjectEvent',
    eventTime: textOf(normal['eventTime']) ?? textOf(given.content['eventTime']) ?? given.recordTime,
    declaredAt: declaredAt(given.content),
    terms: termRows(normal),
  }
}
